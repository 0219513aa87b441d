import { atTheCheckout } from "../at-once.ts";
import { expectTicketState } from "../people.ts";
import { expect, hasty, test } from "../test.ts";

const home = () => process.env["E2E_HASTY_URL"] ?? "";

test("a page that says when a ticket may come free changes by itself when that time has come", async ({
  someone,
}) => {
  const [holder, waiting, looking] = [
    await someone(hasty()),
    await someone(hasty()),
    await someone(hasty()),
  ];
  const { ticket } = await atTheCheckout(holder, home());
  await waiting.goto(ticket);
  await expectTicketState(waiting, "locked");
  await looking.goto(ticket);
  await looking.getByRole("link", { name: /All tickets for/ }).click();
  await expect(looking.getByText(/^Someone is paying · may free up at/)).toBeVisible();
  await holder.close(); // nobody frees it but the clock
  await expectTicketState(waiting, "available");
  await expect(waiting.getByRole("button", { name: "Buy ticket" })).toBeVisible();
  await expect(looking.getByText("Available", { exact: true })).toBeVisible();
});
