import type { CancelReason } from "#db/schema/orders.ts";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { ChargeStatus } from "#kernel/charge-lifecycle.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import type { OrderId } from "#kernel/ids.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";
import type { RefundSnapshot } from "../refunds/fetch-refund.ts";

export type Situation = {
  order: {
    id: OrderId;
    status: OrderStatus;
    price: number;
    currency: string;
    expiresAt: Date;
    paymentAuthorizedAt: Date | null;
  };
  /** As seen under the row lock. */
  ticket: { heldBy: OrderId | null; soldAt: Date | null };
  charge: {
    status: ChargeStatus;
    refund: { status: RefundStatus; stripeId: string | null } | null;
    disputeStatus: string | null;
  };
  /** Null when no PaymentIntent was ever stored for the charge. */
  payment: PaymentSnapshot | null;
  decidedAt: Date;
  attemptsAllowed: number;
};

/**
 * What to do about one charge of one order. Every decision is carried out and then looked at again, until
 * it is `rest` (over) or `wait` (somebody else's move).
 */
export type Decision =
  | { to: "rest" }
  | { to: "wait" }
  /** The hold is proved: note the authorisation, pin the ticket, then take the money. */
  | { to: "capture"; authorizedAt: Date }
  /** The money is taken and the hold is proved: the ticket is sold. */
  | { to: "complete"; authorizedAt: Date }
  | { to: "cancel-order"; reason: CancelReason; alarm?: string }
  /** The order is over: let go of what the card authorised. */
  | { to: "release" }
  /** Nothing more can come of this charge. */
  | { to: "close-charge"; failureCode: string }
  /** Money was taken for an order that is not completed, or an operator gives it back. */
  | { to: "refund" }
  /** Stripe knows something of a refund or a dispute that our books do not. */
  | { to: "record-refund"; refund: RefundSnapshot }
  | { to: "record-dispute"; disputeStatus: string };

/** Pure: the same situation always gets the same decision. */
export function decide(situation: Situation): Decision {
  const { status } = situation.order;
  const over = status === "completed" || status === "cancelled";
  return over ? decideWhenOver(situation) : decideWhileLive(situation);
}

function decideWhenOver(situation: Situation): Decision {
  const { charge, payment } = situation;
  const open = charge.status === "created";
  if (!payment)
    return open ? { to: "close-charge", failureCode: "never_submitted" } : { to: "rest" };
  switch (payment.status) {
    case "canceled":
      return open
        ? { to: "close-charge", failureCode: payment.failureCode ?? "canceled" }
        : { to: "rest" };
    case "succeeded":
      return decideWhenTaken(situation, payment);
    case "processing":
      return { to: "wait" };
    default:
      return { to: "release" };
  }
}

/** The order is over and the money was taken: is it where it belongs, and do our books say so? */
function decideWhenTaken({ order, charge }: Situation, payment: PaymentSnapshot): Decision {
  const { refund: noted } = charge;
  const { refund, disputeStatus } = payment;
  if (refund && (refund.stripeId !== noted?.stripeId || refund.status !== noted.status)) {
    return { to: "record-refund", refund };
  }
  if (disputeStatus && disputeStatus !== charge.disputeStatus) {
    return { to: "record-dispute", disputeStatus };
  }
  if (noted?.status === "created") return { to: "refund" };
  const paid = charge.status === "completed" && order.status === "completed";
  return paid || noted ? { to: "rest" } : { to: "refund" };
}

function decideWhileLive(situation: Situation): Decision {
  const { order, payment, decidedAt } = situation;
  const lapsed = decidedAt >= order.expiresAt && !order.paymentAuthorizedAt;
  if (!payment) return lapsed ? { to: "cancel-order", reason: "expired" } : { to: "wait" };
  switch (payment.status) {
    case "requires_capture":
    case "succeeded":
      return decideWhenAuthorized(situation, payment);
    case "canceled":
      return { to: "cancel-order", reason: lapsed ? "expired" : "payment_failed" };
    case "processing":
      return lapsed ? { to: "cancel-order", reason: "expired" } : { to: "wait" };
    default:
      return decideWhileUnpaid(situation, payment, lapsed);
  }
}

function decideWhenAuthorized(
  { order, ticket, decidedAt }: Situation,
  payment: PaymentSnapshot,
): Decision {
  if (payment.amount !== order.price || payment.currency !== order.currency) {
    return {
      to: "cancel-order",
      reason: "payment_failed",
      alarm: "The amount authorised is not the order's.",
    };
  }
  const authorizedAt =
    order.paymentAuthorizedAt ?? whenInTime(order.expiresAt, payment.authorizedAt, decidedAt);
  const holdsTicket = ticket.heldBy === order.id && !ticket.soldAt;
  if (!authorizedAt || !holdsTicket) return { to: "cancel-order", reason: "expired" };
  return { to: payment.status === "succeeded" ? "complete" : "capture", authorizedAt };
}

/**
 * When the card was authorised, if that was before the deadline. Seen in time by our own clock is in time,
 * whatever Stripe's says; seen late, Stripe's word counts, however late the news.
 */
function whenInTime(expiresAt: Date, authorizedAt: Date | null, decidedAt: Date): Date | null {
  const earliest = authorizedAt && authorizedAt < decidedAt ? authorizedAt : decidedAt;
  return earliest < expiresAt ? earliest : null;
}

function decideWhileUnpaid(
  { order, attemptsAllowed }: Situation,
  payment: PaymentSnapshot,
  lapsed: boolean,
): Decision {
  const outOfTries = payment.declines >= attemptsAllowed;
  // Was authorised and is no more: whoever undid it did so at Stripe.
  const undone = order.paymentAuthorizedAt !== null;
  if (outOfTries || payment.declinedForGood || undone) {
    return { to: "cancel-order", reason: "payment_failed" };
  }
  return lapsed ? { to: "cancel-order", reason: "expired" } : { to: "wait" };
}
