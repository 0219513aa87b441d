import type { Page } from "@playwright/test";
import { expect, test } from "../test.ts";
import { buy, cards, expectOrderStatus, listTicket, payWith, signUp } from "../people.ts";

test("3-D Secure passed: the ticket is the buyer's", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  await buy(buyer, await listTicket(seller));
  await payWith(buyer, cards.asksForThreeDSecure);
  await answerBank(buyer, "Complete authentication");
  await expectOrderStatus(buyer, "completed");
});

test("3-D Secure failed: nothing is charged, and another card may be tried", async ({
  someone,
}) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  await buy(buyer, await listTicket(seller));
  await payWith(buyer, cards.asksForThreeDSecure);
  await answerBank(buyer, "Fail authentication");
  await expect(buyer.getByRole("alert").filter({ hasText: "You were not charged" })).toBeVisible();
  await expectOrderStatus(buyer, "awaiting_payment");
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
});

async function answerBank(page: Page, button: string): Promise<void> {
  const bank = page.frameLocator('iframe[title="3D Secure authentication"]');
  await bank.getByRole("button", { name: button }).click();
}
