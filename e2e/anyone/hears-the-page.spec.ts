import type { Page } from "@playwright/test";
import { expect, test } from "../test.ts";
import { atTheCheckout } from "../at-once.ts";
import { secondsLeft } from "../countdown.ts";
import { cancelOrder, cards, expectOrderStatus, payWith, refusal } from "../people.ts";

test("a screen reader hears the countdown at few moments, politely, and not every second", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  const timer = buyer.getByRole("timer", { name: "Time left to pay" });
  await expect(timer).not.toHaveAttribute("aria-live", /./); // a timer is silent by itself
  await expect(said(buyer)).toHaveText("");
  await buyer.clock.install();
  for (const [before, words] of [
    [10 * 60, "10 minutes left"],
    [5 * 60, "5 minutes left"],
    [30, "30 seconds left"],
  ] as const) {
    await jumpTo(buyer, before + 3);
    await expect(said(buyer)).not.toHaveText(words);
    await expect(said(buyer)).toHaveText(words);
  }
});

test("a screen reader hears a refusal at once, and is led to how the order ended", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await payWith(buyer, cards.isDeclined);
  await expect(refusal(buyer)).toContainText("Your card was declined");
  await cancelOrder(buyer);
  await expectOrderStatus(buyer, "cancelled");
  const outcome = buyer.getByRole("region", { name: "Order cancelled" });
  await expect(outcome).toBeFocused();
  await expect(outcome).toContainText("You were not charged");
});

test("a screen reader is led to the outcome when the last try is declined", async ({ someone }) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  for (const left of ["2 times more", "once more"]) {
    await payWith(buyer, cards.isDeclined);
    await expect(refusal(buyer)).toContainText(left);
  }
  await payWith(buyer, cards.isDeclined);
  const outcome = buyer.getByRole("region", { name: "The payment did not go through" });
  await expect(outcome).toBeFocused();
});

/** The countdown's latest announcement. */
function said(page: Page) {
  return page.locator("[aria-live=polite]").filter({ hasText: /^$|left|up/ });
}

async function jumpTo(page: Page, seconds: number): Promise<void> {
  await page.clock.fastForward(((await secondsLeft(page)) - seconds) * 1000);
}
