import type { Page } from "@playwright/test";
import { expect, test } from "../test.ts";
import { atTheCheckout } from "../at-once.ts";
import { secondsLeft } from "../countdown.ts";
import { cards, expectOrderStatus, payWith } from "../people.ts";

for (const [direction, minutes] of [
  ["fast", 10],
  ["slow", -10],
] as const) {
  test(`a browser's clock is ten minutes ${direction}: the countdown is right all the same, and buying works`, async ({
    someone,
  }) => {
    const buyer = await someone();
    await setClockWrong(buyer, minutes);
    await atTheCheckout(buyer);
    const left = await secondsLeft(buyer);
    expect(left).toBeLessThanOrEqual(15 * 60);
    expect(left).toBeGreaterThan(13 * 60); // two minutes for a slow machine to get here
    await payWith(buyer, cards.pays);
    await expectOrderStatus(buyer, "completed");
  });
}

/** Changes what the clock shows. Timers run as ever, which Playwright's own clock would change too. */
async function setClockWrong(page: Page, minutes: number): Promise<void> {
  await page.addInitScript((by) => {
    const RightDate = Date;
    const now = () => RightDate.now() + by;
    globalThis.Date = new Proxy(RightDate, {
      construct: (_, given: unknown[]): Date =>
        Reflect.construct(RightDate, given.length === 0 ? [now()] : given),
      get: (date, name) => (name === "now" ? now : Reflect.get(date, name)),
    });
  }, minutes * 60_000);
}
