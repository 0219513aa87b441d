import { expect, type Page } from "@playwright/test";

/** What the countdown shows, in seconds. */
export async function secondsLeft(page: Page): Promise<number> {
  const timer = page.getByRole("timer", { name: "Time left to pay" });
  await expect(timer).toHaveText(/^\d+:\d\d$/);
  const [minutes, seconds] = (await timer.innerText()).split(":").map(Number);
  return (minutes ?? NaN) * 60 + (seconds ?? NaN);
}

/** Waits until the countdown shows less than `seconds`. */
export async function waitForLessThan(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => secondsLeft(page)).toBeLessThan(seconds);
}
