import type Stripe from "stripe";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { RefundId } from "#kernel/ids.ts";
import { stripe } from "../stripe.ts";

/** What was given back of a payment, as Stripe has it now. */
export type RefundSnapshot = {
  stripeId: string;
  status: Exclude<RefundStatus, "created">;
  /** All that was given back, whoever did it; of a refund that failed, what it was for. */
  amount: number;
  failureReason: string | null;
};

/**
 * Our own refund of a payment, or else the latest somebody made at Stripe. One that stands comes before one
 * that failed, whosoever it is: after ours has failed, an operator gives the money back at Stripe.
 */
export async function fetchRefund(
  paymentStripeId: string,
  refundId: RefundId | null,
): Promise<RefundSnapshot | null> {
  const { data } = await stripe().refunds.list({ payment_intent: paymentStripeId, limit: 100 });
  const standing = data.filter((refund) => statusOf(refund) !== "failed");
  const refund = [standing, data].flatMap((some) => some.find(isOurs(refundId)) ?? some)[0];
  if (!refund) return null;
  const { id: stripeId, failure_reason: failureReason = null } = refund;
  const others = standing.filter(({ id }) => id !== stripeId);
  const amount = [refund, ...others].reduce((sum, each) => sum + each.amount, 0);
  return { stripeId, status: statusOf(refund), amount, failureReason };
}

const isOurs =
  (refundId: RefundId | null) =>
  ({ metadata }: Stripe.Refund) =>
    refundId !== null && metadata?.["refund_id"] === refundId;

/** Stripe's list is open: a status it does not name yet is one that is not over yet. */
function statusOf({ status }: Stripe.Refund): RefundSnapshot["status"] {
  return statuses[status ?? "pending"] ?? "pending";
}

const statuses: Record<NonNullable<Stripe.Refund["status"]>, RefundSnapshot["status"]> = {
  pending: "pending",
  requires_action: "pending",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "failed",
};
