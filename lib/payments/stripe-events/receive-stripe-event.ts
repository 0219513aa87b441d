import type Stripe from "stripe";
import { z } from "zod";
import { environment } from "#kernel/environment.ts";
import { stripe } from "../stripe.ts";
import { type StoredStripeEvent, storeStripeEvent } from "./store-stripe-event.ts";

/** `malformed`: signed, and yet nothing that Stripe sends. Sending it again would not help. */
export type Receipt = StoredStripeEvent | "forged" | "malformed";

const line = /^[\x21-\x7e]{1,255}$/;
/** What is read of an event. Its ids are one line: a NUL, for one, no text of Postgres can hold. */
const readable = z.object({
  id: z.string().regex(line),
  type: z.string().regex(line),
  livemode: z.boolean(),
  created: z.number().int(),
  data: z.object({ object: z.record(z.string(), z.unknown()).refine(hasReadableIds) }),
});

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
  if (!event) return "forged";
  return readable.safeParse(event).success ? storeStripeEvent(event) : "malformed";
}

function hasReadableIds({ id, payment_intent: paymentIntent }: Record<string, unknown>): boolean {
  return [id, paymentIntent].every((each) => typeof each !== "string" || line.test(each));
}

function verify(rawBody: string, signature: string | null): Stripe.Event | null {
  try {
    const { webhooks } = stripe();
    return webhooks.constructEvent(rawBody, signature ?? "", environment().STRIPE_WEBHOOK_SECRET);
  } catch {
    return null; // signed by someone else, or too long ago, or for another endpoint
  }
}
