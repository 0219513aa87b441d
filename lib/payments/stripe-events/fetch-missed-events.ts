import type Stripe from "stripe";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { storeStripeEvent } from "./store-stripe-event.ts";
import { stripe } from "../stripe.ts";

/**
 * What settling an order would not bring to light: money that moved after the order was over, and tries that left
 * no charge behind. Everything else `reconcilePayments` finds by itself.
 */
const types = [
  "charge.refunded",
  "refund.created",
  "refund.updated",
  "refund.failed",
  "charge.dispute.created",
  "charge.dispute.updated",
  "charge.dispute.closed",
  "radar.early_fraud_warning.created",
  "payment_intent.payment_failed",
] satisfies Stripe.Event.Type[];

/** Stripe goes on trying to deliver for three days. */
const lookBackSeconds = 4 * 24 * 60 * 60;

/** An event may show in Stripe's list a little later than another that was made after it. */
const overlapSeconds = 10 * 60;

/** Until when this process has seen the list, by the database's clock, in seconds. */
let listedUntil: number | null = null;

/**
 * Fetches and stores the Stripe events of these types whose webhooks were not delivered. Those stored before stay
 * as they are. Of what was listed once only the last minutes are listed again: an event counts as undelivered from the
 * moment it is made, and on a shared account the list has what other apps' endpoints failed to take.
 *
 * Refuses: what `storeStripeEvent` refuses.
 */
export async function fetchMissedEvents(): Promise<void> {
  const now = Math.floor((await readClock(db())).getTime() / 1000);
  const seen = listedUntil === null ? 0 : Math.min(listedUntil, now) - overlapSeconds;
  const created = { gte: Math.max(now - lookBackSeconds, seen) };
  const missed = stripe().events.list({ types, created, delivery_success: false, limit: 100 });
  for await (const event of missed) await storeStripeEvent(event);
  listedUntil = now;
}
