import type { Page } from "@playwright/test";
import { colourOf, token } from "../measures.ts";
import { expect, test } from "../test.ts";
import { expectTicketState, holdBackNews, listTicket, refusal, signUp } from "../people.ts";

test("the price changes between look and click: nothing is locked, and the page asks again, in no colour of failure", async ({
  someone,
}) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller, { price: "80" });
  await holdBackNews(buyer);
  await buyer.goto(ticket);
  await seller.goto(`${ticket}/edit`);
  await seller.getByLabel("Price").fill("95");
  await seller.getByRole("button", { name: "Save changes" }).click();
  await expect(seller.getByText("€95.00").first()).toBeVisible();

  await buyer.getByRole("button", { name: "Buy ticket" }).click();
  await expect(refusal(buyer)).toContainText("It now costs €95.00");
  await expectNoColourOfFailure(buyer);
  await expectTicketState(buyer, "available");
  await expect(buyer.getByText("€95.00, held for you")).toBeVisible();
  await buyer.getByRole("button", { name: "Buy ticket" }).click();
  await expect(buyer.getByRole("timer")).toBeVisible();
  await expect(buyer.getByText("€95.00").first()).toBeVisible();
});

/** What the seller did is no fault of the buyer's. */
async function expectNoColourOfFailure(buyer: Page): Promise<void> {
  const red = [await token(buyer, "danger"), await token(buyer, "danger-sunk")];
  expect(red).not.toContain(await colourOf(refusal(buyer), "color"));
  expect(red).not.toContain(await colourOf(refusal(buyer), "backgroundColor"));
  const edge = await refusal(buyer).evaluate((box) => getComputedStyle(box).borderLeftColor);
  expect(red).not.toContain(edge);
}
