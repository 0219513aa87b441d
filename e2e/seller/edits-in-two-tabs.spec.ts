import { expect, test } from "../test.ts";
import { expectTicketState, listTicket, refusal } from "../people.ts";
import { signInAtOnce } from "../at-once.ts";

test("two edit tabs: the second is told, loses nothing typed, and can make its change after a reload", async ({
  someone,
}) => {
  const first = await someone();
  await signInAtOnce(first);
  const ticket = await listTicket(first);
  const second = await first.context().newPage();
  await Promise.all([first.goto(`${ticket}/edit`), second.goto(`${ticket}/edit`)]);
  await first.getByLabel("Price").fill("50");
  await first.getByRole("button", { name: "Save changes" }).click();
  await expectTicketState(first, "available"); // saved: the form says the new price before that

  await second.getByLabel("Price").fill("60");
  await second.getByLabel("Title").fill("One ticket, with a view");
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(refusal(second)).toContainText("changed in another window");
  await expect(second.getByLabel("Price")).toHaveValue("60");
  await expect(second.getByLabel("Title")).toHaveValue("One ticket, with a view");
  await first.reload();
  await expect(first.getByText("€50.00").first()).toBeVisible();

  await second.goto(`${ticket}/edit`);
  await expect(second.getByLabel("Price")).toHaveValue("50.00");
  await second.getByLabel("Price").fill("60");
  await second.getByRole("button", { name: "Save changes" }).click();
  await expect(second.getByText("€60.00").first()).toBeVisible();
});
