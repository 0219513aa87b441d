import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Stripe's card form is in a frame of Stripe's own, or of the sandbox's. */
const others = "iframe";

/**
 * Expects that axe finds nothing on a page that has arrived: between two pages the browser has no title for a moment, and
 * colours that are on their way to others have the contrast of neither.
 */
export async function expectNoBarriers(page: Page): Promise<void> {
  await expect(page).toHaveTitle(/\S/);
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    return Promise.allSettled(ending.map((each) => each.finished)).then(() => {});
  });
  const { violations } = await new AxeBuilder({ page }).exclude(others).analyze();
  expect(violations.map(({ id, nodes }) => `${page.url()} ${id}: ${nodes[0]?.html}`)).toEqual([]);
}
