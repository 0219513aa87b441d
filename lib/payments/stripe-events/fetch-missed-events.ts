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
  "payment_intent.payment_failed",
] satisfies Stripe.Event.Type[];

/** Stripe goes on trying to deliver for three days. */
const lookBackSeconds = 4 * 24 * 60 * 60;

/**
 * Fetches and stores the Stripe events of these types whose webhooks were not delivered. Those stored before stay
 * as they are.
 *
 * Refuses: what `storeStripeEvent` refuses.
 */
export async function fetchMissedEvents(): Promise<void> {
  const now = Math.floor((await readClock(db())).getTime() / 1000);
  const created = { gte: now - lookBackSeconds };
  const missed = stripe().events.list({ types, created, delivery_success: false, limit: 100 });
  for await (const event of missed) await storeStripeEvent(event);
}
