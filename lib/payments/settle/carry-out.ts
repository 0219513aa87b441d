import type Stripe from "stripe";
import type { ChargeId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { createStripeRefund } from "../refunds/create-stripe-refund.ts";
import { isStripeUnreachable, stripe } from "../stripe.ts";
import type { Decision } from "./decide.ts";

/**
 * Does at Stripe what was decided. Resolves to the PaymentIntent as it is after a capture or a release; null when the
 * caller has to ask: an error says that a call failed, never what state it left behind. Only being unable to reach
 * Stripe at all ends the round.
 */
export async function carryOut(
  decision: Decision,
  chargeId: ChargeId,
  stripeId: string | null,
): Promise<Stripe.PaymentIntent | null> {
  if (!stripeId) return null;
  try {
    return await callStripe(decision, chargeId, stripeId);
  } catch (error) {
    if (isStripeUnreachable(error)) throw error;
    report("warning", "Stripe refused", { chargeId, wanted: decision.to, error });
    return null;
  }
}

const withCharge = { expand: ["latest_charge"] };

/** Capture and cancel carry no idempotency key: a replayed answer would be an old one. */
async function callStripe(
  decision: Decision,
  chargeId: ChargeId,
  stripeId: string,
): Promise<Stripe.PaymentIntent | null> {
  switch (decision.to) {
    case "capture":
      return stripe().paymentIntents.capture(stripeId, withCharge);
    case "release":
      // mutant: no release of what was authorised
      return stripe().paymentIntents.cancel(stripeId, withCharge);
    case "refund":
      await createStripeRefund(chargeId, stripeId);
      return null;
    case "rest":
    case "wait":
    case "look-again":
    case "complete":
    case "cancel-order":
    case "close-charge":
    case "record-refund":
    case "record-dispute":
      return null; // done with the transaction that recorded it
  }
}
