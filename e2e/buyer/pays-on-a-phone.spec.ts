import type { Page } from "@playwright/test";
import { atTheCheckout } from "../at-once.ts";
import { payButton } from "../people.ts";
import { expect, test } from "../test.ts";

/** Adds up what moved without the reader's doing since the page was loaded: https://web.dev/articles/cls */
async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ("value" in entry && "hadRecentInput" in entry && !entry.hadRecentInput)
          shifts.push(Number(entry.value));
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    // Two frames later everything that was drawn has been counted.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { shifts } = window as unknown as { shifts: number[] }; // put there by watchShifts
    return shifts.reduce((sum, shift) => sum + shift, 0);
  });
}

for (const [width, height] of [
  [360, 740],
  [390, 844],
  [1280, 900],
] as const)
  test(`at ${width} × ${height} Pay is on the first screen, and nothing moves when the card form comes`, async ({
    someone,
  }) => {
    const buyer = await someone({ viewport: { width, height } });
    const { order } = await atTheCheckout(buyer);
    await watchShifts(buyer);
    for (const clock of ["Hide the clock", "Show the clock"]) {
      await buyer.goto(order);
      await expect(payButton(buyer)).toBeEnabled();
      expect(await shiftOf(buyer)).toBeLessThan(0.01);
      const pay = await payButton(buyer).boundingBox();
      expect(pay && pay.y + pay.height).toBeLessThanOrEqual(height);
      await buyer.getByRole("button", { name: clock }).click();
    }
  });
