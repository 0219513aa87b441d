import type Stripe from "stripe";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { RefundId } from "#lib/kernel/ids.ts";
import { stripe } from "./stripe.ts";

/** What was given back of a payment, as Stripe has it now. */
export type RefundSeen = {
  stripeId: string;
  status: Exclude<RefundStatus, "created">;
  /** All that was given back, whoever did it; of a refund that failed, what it was for. */
  amount: number;
  failureReason: string | null;
};

/** Our own refund of a payment, or else the latest somebody made at Stripe. */
export async function seeRefund(
  paymentStripeId: string,
  refundId: RefundId | null,
): Promise<RefundSeen | null> {
  const { data } = await stripe().refunds.list({ payment_intent: paymentStripeId, limit: 100 });
  const refund = data.find(({ metadata }) => metadata?.["refund_id"] === refundId) ?? data[0];
  if (!refund) return null;
  const status = statuses[refund.status ?? "pending"] ?? "pending";
  const others = data.filter(
    (each) => each.id !== refund.id && statuses[each.status ?? ""] !== "failed",
  );
  const amount = [refund, ...others].reduce((sum, each) => sum + each.amount, 0);
  return { stripeId: refund.id, status, amount, failureReason: refund.failure_reason ?? null };
}

/** Stripe's list is open: a status it does not name yet is one that is not over yet. */
const statuses: Record<NonNullable<Stripe.Refund["status"]>, RefundSeen["status"]> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
};
