import type { Page } from "@playwright/test";
import { atTheCheckout } from "../at-once.ts";
import { colourOf, contrast, token } from "../measures.ts";
import { enterCard } from "../people.ts";
import { expect, test } from "../test.ts";

const card = (page: Page) => page.frameLocator('iframe[title="Secure payment input frame"]');

/** The least contrast of what is read in the card form: its labels on the page, what is typed in its fields. */
async function leastContrast(page: Page): Promise<number> {
  const [label, field] = [
    card(page).getByText("Card number"),
    card(page).getByLabel("Card number"),
  ];
  return Math.min(
    contrast(await colourOf(label, "color"), await token(page, "paper")),
    contrast(await colourOf(field, "color"), await colourOf(field, "backgroundColor")),
  );
}

/** The card form has the page's colours as they are now, and they can be read. */
async function expectOneLook(page: Page): Promise<void> {
  const field = card(page).getByLabel("Card number");
  await expect(field).toHaveCSS("color", await token(page, "ink"));
  await expect(field).toHaveCSS("background-color", await token(page, "card"));
  await expect.poll(() => leastContrast(page)).toBeGreaterThanOrEqual(4.5);
}

test("the card form follows the theme while it is open, there and back, and keeps the card", async ({
  someone,
}) => {
  const buyer = await someone({ colorScheme: "light" });
  await atTheCheckout(buyer);
  await enterCard(buyer, "4242 4242 4242 4242");
  await expectOneLook(buyer);
  const looks = [await token(buyer, "paper")];
  for (const theme of ["Dark", "Light", "Dark", "System"]) {
    await buyer.getByRole("radio", { name: theme }).check();
    await expectOneLook(buyer);
    looks.push(await token(buyer, "paper"));
  }
  expect(new Set(looks).size).toBe(2);
  await expect(card(buyer).getByLabel("Card number")).toHaveValue("4242 4242 4242 4242");
});

test("the card form follows the system's own change", async ({ someone }) => {
  const buyer = await someone({ colorScheme: "dark" });
  await atTheCheckout(buyer);
  await expectOneLook(buyer);
  for (const colorScheme of ["light", "dark"] as const) {
    await buyer.emulateMedia({ colorScheme });
    await expectOneLook(buyer);
  }
});

test("the card form is set in the page's typeface", async ({ someone }) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  const label = card(buyer).getByText("Card number");
  await expect(label).toHaveCSS("font-family", /^"Inter Variable"/);
  const loaded = () =>
    label.evaluate(() => Array.from(document.fonts, ({ family, status }) => `${family} ${status}`));
  await expect.poll(loaded).toEqual(['"Inter Variable" loaded']);
});
