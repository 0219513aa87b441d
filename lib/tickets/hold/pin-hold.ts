import type { Tx } from "#db/transaction.ts";
import { type Hold, holdTicket } from "./hold-ticket.ts";

/** As long as a card authorisation can live: https://docs.stripe.com/payments/place-a-hold-on-a-payment-method */
const authorizationDays = 7;

/** Keeps the hold while a payment is being finished, however long Stripe takes to answer. */
export async function pinHold(tx: Tx, hold: Hold, decidedAt: Date): Promise<void> {
  const until = new Date(decidedAt.getTime() + authorizationDays * 24 * 60 * 60 * 1000);
  await holdTicket(tx, hold, until, decidedAt);
}
