import { expect, hasty, test } from "../test.ts";
import { aTicketOnOffer, atTheCheckout } from "../at-once.ts";
import { anAccount } from "../attacker/mallory.ts";
import { send } from "../attacker/plain-form.ts";
import { expectTicketState } from "../people.ts";

test("a page that says when a ticket may come free, by the reader's own clock, changes by itself at that time", async ({
  someone,
}) => {
  const inTokyo = { ...hasty(), timezoneId: "Asia/Tokyo" };
  const [holder, waiting, looking] = [
    await someone(hasty()),
    await someone(inTokyo),
    await someone(inTokyo),
  ];
  const { ticket } = await atTheCheckout(holder, hasty().baseURL);
  await waiting.goto(ticket);
  await expectTicketState(waiting, "locked");
  await expect(waiting.getByText(/may free up at \d\d:\d\d GMT\+9/).first()).toBeVisible();
  await looking.goto(ticket);
  await looking.getByRole("link", { name: /All tickets for/ }).click();
  await expect(looking.getByText(/^Someone is paying · may free up at/)).toBeVisible();
  await holder.close(); // nobody frees it but the clock
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
