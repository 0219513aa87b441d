import { expect, hasty, test } from "../test.ts";
import { aTicketOnOffer } from "../at-once.ts";
import { anAccount } from "../attacker/mallory.ts";
import { send } from "../attacker/plain-form.ts";
import { expectTicketState } from "../people.ts";

async function aLockedTicket(home?: string): Promise<string> {
  const ticket = await aTicketOnOffer(home);
  await send(await anAccount(home), ticket, "requestKey", {});
  return ticket;
}

test("who waits reads until when by their own clock, and sees the ticket come free by itself", async ({
  someone,
}) => {
  const ticket = await aLockedTicket(hasty().baseURL);
  const page = await someone({ ...hasty(), timezoneId: "Asia/Tokyo" });
  await page.goto(ticket);
  await expectTicketState(page, "locked");
  await expect(page.getByText(/may free up at \d\d:\d\d GMT\+9/).first()).toBeVisible();
  await expect(page.locator('[data-ticket-state="available"]')).toBeVisible({ timeout: 60_000 });
});

test("without a script the clock is UTC's, and says so", async ({ someone }) => {
  const ticket = await aLockedTicket();
  const page = await someone({ javaScriptEnabled: false, timezoneId: "Asia/Tokyo" });
  await page.goto(ticket);
  await expect(page.getByText(/may free up at \d\d:\d\d UTC/).first()).toBeVisible();
});
