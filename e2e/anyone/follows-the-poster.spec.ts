import type { Page } from "@playwright/test";
import { aTicketOnOffer } from "../at-once.ts";
import { expect, test } from "../test.ts";

/** Remembers what each view transition of the page animates. */
async function watchTransitions(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const begin = document.startViewTransition.bind(document);
    const moved: string[] = [];
    Object.assign(window, { moved });
    document.startViewTransition = (change) => {
      const transition = begin(change);
      void transition.ready.then(() => {
        for (const { effect } of document.getAnimations()) {
          const lasts = Number(effect?.getTiming().duration) > 0;
          if (effect instanceof KeyframeEffect && lasts) moved.push(effect.pseudoElement ?? "");
        }
      });
      return transition;
    };
  });
}

const moved = (page: Page) =>
  page.evaluate(() => ("moved" in window && Array.isArray(window.moved) ? window.moved : []));

for (const reducedMotion of ["no-preference", "reduce"] as const) {
  test(`from event to ticket the poster is carried, motion: ${reducedMotion}`, async ({
    someone,
  }) => {
    const page = await someone({ reducedMotion });
    await watchTransitions(page);
    await page.goto(await aTicketOnOffer());
    await page.getByRole("link", { name: /^All tickets for/ }).click();
    await expect(page.getByRole("heading", { name: "Tickets", exact: true })).toBeVisible();
    const carried = expect.stringContaining("::view-transition-group(poster-");
    if (reducedMotion === "reduce") expect(await moved(page)).toEqual([]);
    else await expect.poll(() => moved(page)).toEqual(expect.arrayContaining([carried]));
  });
}
