import { expect, test } from "../test.ts";
import { atTheCheckout } from "../at-once.ts";
import {
  buy,
  cancelOrder,
  cards,
  expectOrderStatus,
  expectTicketState,
  listTicket,
  payWith,
  signUp,
} from "../people.ts";

test("one person lists a ticket, another locks it, pays and owns it, while a third sees it locked and then sold", async ({
  someone,
}) => {
  const [seller, buyer, third] = [await someone(), await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller, { price: "19.99" });

  await buy(buyer, ticket);
  await expectOrderStatus(buyer, "created");
  await third.goto(ticket);
  await expectTicketState(third, "locked");
  await expect(third.getByText(/may free up at \d\d:\d\d/).first()).toBeVisible();
  await expect(third.getByRole("button", { name: "Buy ticket" })).toHaveCount(0);

  await expect(buyer.getByRole("button", { name: "Pay €19.99" })).toBeEnabled();
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
  await expect(buyer.getByRole("heading", { name: "The ticket is yours" })).toBeVisible();
  await third.reload();
  await expectTicketState(third, "sold");
  await seller.goto("/sales");
  await expect(seller.getByText("Sold for €19.99")).toBeVisible();
});

test("a card is declined, and another card pays inside the same hold", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  await buy(buyer, await listTicket(seller));
  await payWith(buyer, cards.isDeclined);
  await expect(buyer.getByRole("alert").filter({ hasText: "declined" })).toContainText(
    "You were not charged",
  );
  await expectOrderStatus(buyer, "awaiting_payment");
  await payWith(buyer, cards.pays);
  await expectOrderStatus(buyer, "completed");
});

test("three declines end the order, and the ticket is free again", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller);
  await buy(buyer, ticket);
  for (const left of ["2 times more", "once more"]) {
    await payWith(buyer, cards.isDeclined);
    await expect(buyer.getByRole("alert").filter({ hasText: left })).toBeVisible();
  }
  await payWith(buyer, cards.isDeclined);
  await expectOrderStatus(buyer, "cancelled");
  await expect(buyer.getByText("You were not charged").first()).toBeVisible();
  await buyer.goto(ticket);
  await expectTicketState(buyer, "available");
});

test("a hard decline ends the order, and of a stolen card nobody learns more than that it was declined", async ({
  someone,
}) => {
  const buyer = await someone();
  await atTheCheckout(buyer);
  await payWith(buyer, cards.isStolen);
  await expectOrderStatus(buyer, "cancelled");
  const outcome = buyer.getByRole("region", { name: "The payment did not go through" });
  await expect(outcome).toContainText("Your card was declined. Your bank can tell you why.");
  await expect(outcome).toContainText("You were not charged.");
  await expect(buyer.getByText(/stolen|lost|fraud/i)).toHaveCount(0);
});

test("cancelling frees the ticket at once", async ({ someone }) => {
  const [seller, buyer] = [await someone(), await someone()];
  await signUp(seller, "Selma Seller");
  await signUp(buyer, "Bo Buyer");
  const ticket = await listTicket(seller);
  await buy(buyer, ticket);
  await cancelOrder(buyer);
  await expectOrderStatus(buyer, "cancelled");
  await buyer.goto(ticket);
  await expectTicketState(buyer, "available");
});
