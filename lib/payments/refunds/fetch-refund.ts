import type Stripe from "stripe";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { RefundId } from "#kernel/ids.ts";
import { stripe } from "../stripe.ts";

/** What was given back of a payment, as Stripe had it when it was asked. */
export type RefundSnapshot = {
  stripeId: string;
  status: Exclude<RefundStatus, "created">;
  /** All that was given back, by us or at Stripe; of a refund that failed, what it was for. */
  amount: number;
  failureReason: string | null;
};

/** What our books have of a charge's refund: our row, and Stripe's id for what was last recorded of it. */
export type KnownRefund = { refundId: RefundId | null; stripeRefundId: string | null };

/**
 * The refund of a payment: the one our books have, or else our own, or else the latest made at Stripe. One that
 * stands comes before any that failed: after ours has failed, an operator gives the money back at Stripe.
 */
export async function fetchRefund(
  paymentStripeId: string,
  known: KnownRefund,
): Promise<RefundSnapshot | null> {
  const { data } = await stripe().refunds.list({ payment_intent: paymentStripeId, limit: 100 });
  const standing = data.filter((refund) => statusOf(refund) !== "failed");
  const refund = choose(standing, known) ?? choose(data, known);
  if (!refund) return null;
  const { id: stripeId, failure_reason: failureReason = null } = refund;
  const others = standing.filter(({ id }) => id !== stripeId);
  const amount = [refund, ...others].reduce((sum, each) => sum + each.amount, 0);
  return { stripeId, status: statusOf(refund), amount, failureReason };
}

function choose(
  refunds: Stripe.Refund[],
  { refundId, stripeRefundId }: KnownRefund,
): Stripe.Refund | undefined {
  const recorded = refunds.find(({ id }) => id === stripeRefundId);
  const own = refunds.find(
    ({ metadata }) => refundId !== null && metadata?.["refund_id"] === refundId,
  );
  return recorded ?? own ?? refunds[0];
}

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
