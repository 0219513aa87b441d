import { expect, hasty, test } from "../test.ts";
import { aTicketOnOffer } from "../at-once.ts";
import { anAccount } from "../attacker/mallory.ts";
import { send } from "../attacker/plain-form.ts";
import { expectTicketState } from "../people.ts";

test("a page that says when a ticket may come free, by the reader's own clock, changes by itself at that time", async ({
  someone,
}) => {
  const inTokyo = { ...hasty(), timezoneId: "Asia/Tokyo" };
  const [waiting, looking] = [await someone(inTokyo), await someone(inTokyo)];
  const [holder, ticket] = [
    await anAccount(hasty().baseURL),
    await aTicketOnOffer(hasty().baseURL),
  ];
  await Promise.all([waiting.goto(ticket), looking.goto(ticket)]);
  await looking.getByRole("link", { name: /All tickets for/ }).click();
  await expect(looking.getByText("Available", { exact: true })).toBeVisible();
  await send(holder, ticket, "requestKey", {}); // nobody frees it but the clock
  await Promise.all([waiting.reload(), looking.reload()]);
  await expect(waiting.getByText(/may free up at \d\d:\d\d GMT\+9/).first()).toBeVisible();
  await expect(looking.getByText(/^Someone is paying · may free up at/)).toBeVisible();
  await expectTicketState(waiting, "available");
  await expect(waiting.getByRole("button", { name: "Buy ticket" })).toBeVisible();
  await expect(looking.getByText("Available", { exact: true })).toBeVisible();
});

test("without a script the clock is UTC's, and says so", async ({ someone }) => {
  const ticket = await aTicketOnOffer();
  await send(await anAccount(), ticket, "requestKey", {});
  const page = await someone({ javaScriptEnabled: false, timezoneId: "Asia/Tokyo" });
  await page.goto(ticket);
  await expect(page.getByText(/may free up at \d\d:\d\d UTC/).first()).toBeVisible();
});
