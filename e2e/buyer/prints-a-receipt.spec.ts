import type { Page } from "@playwright/test";
import { atTheCheckout } from "../at-once.ts";
import { cards, expectOrderStatus, payWith } from "../people.ts";
import { expect, test } from "../test.ts";

const receiptOf = (page: Page) => page.getByRole("region", { name: "Receipt" });

/** The colours in which a page's words are printed, and the grounds that are printed under them. */
function printedColours(page: Page) {
  return page.evaluate(() => {
    const [inks, grounds] = [new Set<string>(), new Set<string>()];
    for (const element of document.querySelectorAll("html, body, body *")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(element);
      const hasWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim(),
      );
      if (hasWords) inks.add(style.color);
      if (style.backgroundColor !== "rgba(0, 0, 0, 0)") grounds.add(style.backgroundColor);
    }
    return { inks: [...inks], grounds: [...grounds] };
  });
}

async function expectOnPaperOnly(page: Page, wanted: string[]): Promise<void> {
  for (const role of ["navigation", "banner", "contentinfo", "button", "link", "radio"] as const)
    await expect(page.getByRole(role)).toHaveCount(0);
  await expect(receiptOf(page)).toBeVisible();
  await expect(receiptOf(page).getByText("Rowlock")).toBeVisible();
  for (const words of wanted) await expect(receiptOf(page)).toContainText(words);
  const { inks, grounds } = await printedColours(page);
  expect(inks).toEqual(["rgb(0, 0, 0)"]);
  for (const ground of grounds) expect(ground).toBe("rgb(255, 255, 255)");
}

test("a receipt has number, moment with its year, amount card and seller, and prints as that alone, black on white", async ({
  someone,
}) => {
  const buyer = await someone();
  const { order } = await atTheCheckout(buyer);
  await payWith(buyer, cards.isDeclined);
  await expect(buyer.getByRole("alert").filter({ hasText: "declined" })).toBeVisible();
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  const receipt = receiptOf(buyer);
  const facts = ["Number", "Paid", "Seller"].map((name) =>
    receipt.locator("dt", { hasText: name }).locator("xpath=following-sibling::dd[1]"),
  );
  const [number = "", , seller = ""] = await Promise.all(facts.map((fact) => fact.innerText()));
  expect(number).toBe(order.split("/").at(-1));
  const year = await buyer.evaluate(() => new Date().getFullYear());
  const paid = new RegExp(`^€45\\.00, \\d+ \\w+ ${year} at \\d\\d:\\d\\d CES?T$`);
  await expect(receipt.getByText(/^€45\.00, /)).toHaveText(paid);
  expect(seller).toBe("Mallory");
  await expect(receipt).toContainText("Visa ending in 4242");

  const history = buyer.getByRole("list", { name: "What happened" });
  await expect(history.getByRole("listitem")).toHaveText([
    /Ticket locked for you/,
    /Payment begun/,
    /\d\d:\d\d:\d\d.*Try 1 did not go through.*Your card was declined.*You were not charged/s,
    /Paid: the ticket is yours/,
  ]);

  for (const theme of ["Light", "Dark"]) {
    await buyer.getByRole("radio", { name: theme }).check();
    await buyer.emulateMedia({ media: "print", colorScheme: theme === "Dark" ? "light" : "dark" });
    await expectOnPaperOnly(buyer, [number, "€45.00", String(year), seller]);
    await expect(history).toBeHidden();
    await buyer.emulateMedia({ media: null, colorScheme: null });
  }
});

test("whatever else is printed has no menu, no button and no switch on it", async ({ someone }) => {
  const buyer = await someone();
  const { ticket } = await atTheCheckout(buyer);
  for (const path of [ticket, "/orders", "/account", "/tickets/new", "/"]) {
    await buyer.goto(path);
    await buyer.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const role of ["navigation", "banner", "contentinfo", "button", "search"] as const)
      await expect(buyer.getByRole(role), path).toHaveCount(0);
    await buyer.emulateMedia({ media: null, colorScheme: null });
  }
});
