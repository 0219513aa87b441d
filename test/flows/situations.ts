import { startPayment } from "#lib/payments/start/start-payment.ts";
import { aTicket, aUser, anEvent, anOrder } from "#test/support/factories.ts";
import { chargesOf, only } from "#test/support/read-back.ts";
import { payWith } from "#test/support/use-stripe.ts";

/** A ticket that somebody has begun to buy. */
export async function aLockedOrder() {
  const eventId = await anEvent({ title: "An evening" });
  const verified = { emailVerifiedAt: new Date() };
  const [buyer, seller] = [`buyer-${eventId}@example.com`, `seller-${eventId}@example.com`];
  const sellerId = await aUser({ name: "Sam", email: seller, ...verified });
  const buyerId = await aUser({ name: "Ben", email: buyer, ...verified });
  const ticket = await aTicket({ sellerId, eventId });
  const { orderId } = await anOrder({ buyerId, ticketId: ticket.id });
  return { orderId, buyerId, sellerId, eventId, ticketId: ticket.id, emails: { buyer, seller } };
}

/** The same with the form to pay open. */
export async function anOpenPayment() {
  const held = await aLockedOrder();
  await startPayment(held.buyerId, { orderId: held.orderId });
  return held;
}

/** A ticket that was bought and paid. */
export async function aPaidOrder() {
  const held = await anOpenPayment();
  await pay(held, "pm_card_visa");
  return held;
}

/** What the browser does when a card is given. */
export async function pay({ orderId }: { orderId: Parameters<typeof chargesOf>[0] }, card: string) {
  const charge = only(await chargesOf(orderId));
  await payWith(card, charge.stripeId ?? "");
}
