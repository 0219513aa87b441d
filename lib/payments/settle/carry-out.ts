import { report } from "#kernel/report.ts";
import type { ChargeId } from "#kernel/ids.ts";
import type { Decision } from "./decide.ts";
import { createStripeRefund } from "../refunds/create-stripe-refund.ts";
import { isStripeUnreachable, stripe } from "../stripe.ts";

/**
 * Does at Stripe what was decided. Whatever Stripe answers, the caller looks again: an error says that a
 * call failed, never what state it left behind. Only not reaching Stripe at all ends the round.
 */
export async function carryOut(
  decision: Decision | { to: "look-again" },
  chargeId: ChargeId,
  stripeId: string | null,
): Promise<void> {
  if (!stripeId) return;
  try {
    // No idempotency keys of ours here: a replayed answer would be an old one.
    if (decision.to === "capture") await stripe().paymentIntents.capture(stripeId);
    if (decision.to === "release") await stripe().paymentIntents.cancel(stripeId);
    if (decision.to === "refund") await createStripeRefund(chargeId, stripeId);
  } catch (error) {
    if (isStripeUnreachable(error)) throw error;
    report("warning", "Stripe refused", { chargeId, wanted: decision.to, error });
  }
}
