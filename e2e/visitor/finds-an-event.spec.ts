import { randomUUID } from "node:crypto";
import { expectNoBarriers } from "../barriers.ts";
import type { Page } from "@playwright/test";
import { aTicketOnOffer } from "../at-once.ts";
import { overflowOf } from "../measures.ts";
import { expect, test } from "../test.ts";

/** A word that no other test lists. */
const aName = () => `Quillwort ${randomUUID().slice(0, 6)}`;

/** The worker brings a new event to lists moments after it was listed. */
async function expectFound(page: Page, words: string, title: string): Promise<void> {
  await expect(async () => {
    await page.goto(`/?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole("link", { name: title })).toBeVisible({ timeout: 500 });
  }).toPass();
}

test("an event just listed is on the wall, is found by misspelt words, and leads to its ticket", async ({
  someone,
}) => {
  const [page, title] = [await someone(), aName()];
  await aTicketOnOffer(undefined, title);
  await expectFound(page, title.toUpperCase(), title);
  await expectFound(page, title.replace("Quillwort", "Quilwort"), title);
  await page.goto("/");
  await page
    .getByRole("combobox", { name: "Search" })
    .fill(title.split(" ").toReversed().join(" "));
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page).toHaveURL(/\/\?q=/);
  await page.getByRole("link", { name: title }).click();
  await expect(page).toHaveURL(/\/events\/quillwort/);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});

test("without JavaScript: chips, filters and their addresses work, and nothing is dropped on the way", async ({
  someone,
}) => {
  const [page, title] = [await someone({ javaScriptEnabled: false }), aName()];
  await aTicketOnOffer(undefined, title);
  await expectFound(page, title, title);
  await page.getByText("City, dates, price, order").click();
  await page.getByLabel("City").fill("amsterdam");
  await page.getByLabel("Up to").fill("44");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nothing fits that search")).toBeVisible();
  await expect(page.getByLabel("City")).toHaveValue("amsterdam");
  await page.getByLabel("Up to").fill("45");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
  await page.getByRole("link", { name: /^Concert/ }).click();
  await expect(page).toHaveURL(/category=concert/);
  await expect(page).toHaveURL(/max=45/);
  await expect(page.getByRole("heading", { level: 2, name: title })).toBeVisible();
});

test("at both widths nothing runs over the edge, and axe finds nothing in either theme", async ({
  someone,
}) => {
  const title = aName();
  await aTicketOnOffer(undefined, title);
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1280]) {
      const page = await someone({ colorScheme, viewport: { width, height: 900 } });
      await expectFound(page, title, title);
      for (const path of ["/", "/?sort=newest", "/?q=nothingofthekind"]) {
        await page.goto(path);
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0);
        await expectNoBarriers(page);
      }
    }
  }
});

test("what is typed is completed, by keyboard, and said to a screen reader", async ({
  someone,
}) => {
  const [page, title] = [await someone(), aName()];
  await aTicketOnOffer(undefined, title);
  await expectFound(page, title, title);
  await page.goto("/");
  const field = page.getByRole("combobox", { name: "Search" });
  await field.pressSequentially(title.slice(0, 13));
  const option = page.getByRole("option", { name: title });
  await expect(option).toBeVisible();
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("status").filter({ hasText: /suggestions?\./ })).toBeAttached();
  while ((await option.getAttribute("aria-selected")) !== "true") await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/events\/quillwort/);
  await page.goto("/");
  await field.pressSequentially("amst");
  await page.getByRole("option", { name: /^Amsterdam/ }).click();
  await expect(page).toHaveURL(/city=Amsterdam/);
});
