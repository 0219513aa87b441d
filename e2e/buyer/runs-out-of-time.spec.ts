import { expect, hasty, test } from "../test.ts";
import {
  buy,
  cards,
  expectOrderStatus,
  expectTicketState,
  listTicket,
  payWith,
  signUp,
} from "../people.ts";

test("a hold runs out by itself, the page says so, and another buyer buys the ticket", async ({
  someone,
}) => {
  const [seller, slow, quick] = [
    await someone(hasty()),
    await someone(hasty()),
    await someone(hasty()),
  ];
  await signUp(seller, "Selma Seller");
  await signUp(slow, "Slow Buyer");
  await signUp(quick, "Quick Buyer");
  const ticket = await listTicket(seller);
  await buy(slow, ticket);
  await expect(slow.getByRole("heading", { name: "Time ran out" })).toBeVisible({
    timeout: 30_000,
  });
  await expect(slow.getByText("You were not charged").first()).toBeVisible();
  await buy(quick, ticket);
  await payWith(quick, cards.pays);
  await expectOrderStatus(quick, "completed");
  await slow.reload();
  await expectOrderStatus(slow, "cancelled");
  await slow.getByRole("link", { name: "Other tickets for this event" }).click();
  await expect(slow.getByText("Sold").first()).toBeVisible();
  await slow.goto(ticket);
  await expectTicketState(slow, "sold");
});
