import type { Page } from "@playwright/test";
import { expect, test } from "../test.ts";
import { atTheCheckout } from "../at-once.ts";
import { cards, expectOrderStatus, payWith } from "../people.ts";

test.use({ toBeExpected: /net::ERR_/ }); // the way back that is blocked

test("the webhook is faster than the way back: the order is completed, and the receipt is in My orders", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await buyer.route("**/return", (route) => route.abort());
  const wayBack = buyer.waitForRequest("**/return");
  await payWith(buyer, cards.pays);
  await wayBack;
  await findReceipt(await buyer.context().newPage());
});

test("a buyer closes the page right after paying: the order is completed, and the receipt is in My orders", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await buyer.route("**/return", () => {}); // never answered
  const stripeSaysYes = buyer.waitForResponse("**/confirm");
  await payWith(buyer, cards.pays);
  await stripeSaysYes;
  const later = await buyer.context().newPage();
  await buyer.close();
  await findReceipt(later);
});

async function findReceipt(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/orders");
    await expect(page.getByText("Yours", { exact: true })).toBeVisible({ timeout: 1000 });
  }).toPass();
  await page.getByRole("link", { name: /^An event/ }).click();
  await expectOrderStatus(page, "completed");
  await expect(page.getByText("You paid €45.00")).toBeVisible();
}
