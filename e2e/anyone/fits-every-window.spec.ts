import type { Locator, Page } from "@playwright/test";
import { aTicketOnOffer, signInAtOnce } from "../at-once.ts";
import { anOrderOf } from "../attacker/mallory.ts";
import { overflowOf } from "../measures.ts";
import { expect, test } from "../test.ts";

test.use({ toBeExpected: /status of 404/ });

/** The narrowest phone, and a desk of 1280 at a zoom of 200 %. */
const windows = [
  { name: "a narrow phone", viewport: { width: 320, height: 640 } },
  { name: "zoom of 200 %", viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
];

const words = ["/help", "/refunds", "/terms", "/privacy", "/sign-in", "/sign-up", "/no-such-page"];
const searches = ["/", "/?sort=newest", "/?q=nothingofthekind"];
const own = ["/orders", "/sales", "/account", "/account/developer", "/tickets/new"];

for (const { name, ...size } of windows) {
  test(`no page scrolls sideways: ${name}`, async ({ someone }) => {
    const page = await someone(size);
    const long = await aTicketOnOffer(undefined, `${"W".repeat(60)} ${"x".repeat(59)}`);
    for (const path of [...words, ...searches, long]) await expectToFit(page, path);
    await page.getByRole("link", { name: /^All tickets for/ }).click();
    await expect(page.getByRole("heading", { name: "Tickets", exact: true })).toBeVisible();
    expect(await overflowOf(page), page.url()).toBeLessThanOrEqual(0);
    const order = await anOrderOf(await signInAtOnce(page));
    for (const path of [...own, order, long]) await expectToFit(page, path);
  });
}

async function expectToFit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
  if (await menuOf(page).isVisible()) {
    await menuOf(page).click();
    expect(await overflowOf(page), `${path}, menu open`).toBeLessThanOrEqual(0);
    await menuOf(page).click();
  }
}

/** Of a phone. */
function menuOf(page: Page): Locator {
  return page.getByText("Menu", { exact: true });
}
