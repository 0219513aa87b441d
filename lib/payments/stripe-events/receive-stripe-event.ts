import type Stripe from "stripe";
import { z } from "zod";
import { environment } from "#kernel/environment.ts";
import { stripe } from "../stripe.ts";
import { type StoredStripeEvent, storeStripeEvent } from "./store-stripe-event.ts";

export type Receipt = StoredStripeEvent | "forged" | "malformed";

/** What we read of an event. Postgres stores no NUL in a text. */
const name = z
  .string()
  .min(1)
  .max(255)
  .refine((text) => !text.includes("\0"));
const eventSchema = z.looseObject({
  id: name,
  type: name,
  livemode: z.boolean(),
  created: z.number(),
  data: z.looseObject({
    object: z.looseObject({ id: name.optional(), payment_intent: name.nullish() }),
  }),
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
  return eventSchema.safeParse(event).success ? storeStripeEvent(event) : "malformed";
}

function verify(rawBody: string, signature: string | null): Stripe.Event | null {
  try {
    const { webhooks } = stripe();
    return webhooks.constructEvent(rawBody, signature ?? "", environment().STRIPE_WEBHOOK_SECRET);
  } catch {
    return null; // signed by someone else, or too long ago, or for another endpoint
  }
}
