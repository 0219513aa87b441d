import type { Page } from "@playwright/test";
import { expect, test } from "../test.ts";
import {
  cancelOrder,
  expectOrderStatus,
  expectTicketState,
  refusal,
  signIn,
  signUp,
} from "../people.ts";

test("browse, sign up, sell, edit, reserve and cancel work without JavaScript", async ({
  someone,
}) => {
  const plain = { javaScriptEnabled: false };
  const [seller, buyer] = [await someone(plain), await someone(plain)];
  await signUp(seller, "Selma Seller");
  await seller.goto("/tickets/new");
  await seller.getByLabel("Title").fill("A seat");
  await seller.getByLabel("Price").fill("0");
  await seller.getByLabel("Event", { exact: true }).fill("A play nobody listed");
  await seller.getByRole("button", { name: "List ticket" }).click();
  await expect(refusal(seller).first()).toBeVisible();
  await expect(seller.getByLabel("Title")).toHaveValue("A seat");
  const ticket = await listPlainly(seller);
  await seller.goto(`${ticket}/edit`);
  await seller.getByLabel("Price").fill("50");
  await seller.getByRole("button", { name: "Save changes" }).click();
  await expect(seller.getByText("€50.00").first()).toBeVisible();

  const email = await signUp(buyer, "Bo Buyer");
  await buyer.getByRole("button", { name: "Sign out" }).first().click();
  await signIn(buyer, email);
  await buyer.goto(ticket);
  await buyer.getByRole("button", { name: "Buy ticket" }).click();
  await expectOrderStatus(buyer, "created");
  await expect(buyer.getByRole("timer")).toContainText("about 15 minutes left");
  await expect(buyer.getByText("Entering a card needs JavaScript")).toBeVisible();
  await seller.goto(ticket);
  await expectTicketState(seller, "locked");
  await cancelOrder(buyer);
  await expectOrderStatus(buyer, "cancelled");
});

async function listPlainly(page: Page): Promise<string> {
  await page.getByLabel("Venue").fill("Paradiso");
  await page.getByLabel("City").fill("Amsterdam");
  await page.getByLabel("Starts").fill("2031-05-17T20:30");
  await page.getByLabel("Price").fill("45");
  await page.getByRole("button", { name: "List ticket" }).click();
  await expectTicketState(page, "available");
  return new URL(page.url()).pathname;
}
