import type Stripe from "stripe";
import { environment } from "#kernel/environment.ts";
import { stripe } from "../stripe.ts";
import { type StoredStripeEvent, storeStripeEvent } from "./store-stripe-event.ts";

export type Receipt = StoredStripeEvent | "forged";

/**
 * Receives one webhook delivery: verifies its signature and stores it. What follows from it follows in the worker.
 *
 * Refuses: what `storeStripeEvent` refuses.
 */
export async function receiveStripeEvent(
  rawBody: string,
  signature: string | null,
): Promise<Receipt> {
  const event = verify(rawBody, signature);
  return event ? storeStripeEvent(event) : "forged";
}

function verify(rawBody: string, signature: string | null): Stripe.Event | null {
  try {
    const { webhooks } = stripe();
    return webhooks.constructEvent(rawBody, signature ?? "", environment().STRIPE_WEBHOOK_SECRET);
  } catch {
    return null; // signed by someone else, or too long ago, or for another endpoint
  }
}
