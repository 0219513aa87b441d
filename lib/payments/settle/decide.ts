import type { CancelReason } from "#db/schema/orders.ts";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { ChargeStatus } from "#kernel/charge-lifecycle.ts";
import type { OrderId } from "#kernel/ids.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import { isLapsed, isLive } from "#kernel/order-state.ts";
import type { PaymentFailure } from "../payment-failure.ts";
import type { RefundSnapshot } from "../refunds/fetch-refund.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";

export type Situation = {
  order: {
    id: OrderId;
    status: OrderStatus;
    price: number;
    currency: string;
    expiresAt: Date;
    paymentAuthorizedAt: Date | null;
  };
  /** As read under the row lock. */
  ticket: { heldBy: OrderId | null; soldAt: Date | null };
  charge: {
    status: ChargeStatus;
    stripeId: string | null;
    stripeRefundId: string | null;
    refund: { status: RefundStatus; amount: number } | null;
    disputeStatus: string | null;
  };
  /** Null when no PaymentIntent was stored for the charge when Stripe was to be asked. */
  payment: PaymentSnapshot | null;
  /** When the payment was fetched, by the database's clock. */
  fetchedAt: Date;
  decidedAt: Date;
  attemptsAllowed: number;
};

/**
 * What to do about one charge of one order. Every decision is carried out, and then Stripe is asked again, until
 * it is `rest` (over) or `wait` (the buyer's or Stripe's move).
 */
export type Decision =
  | { to: "rest" }
  | { to: "wait" }
  /** What was fetched from Stripe is out of date: nothing may be decided by it. */
  | { to: "look-again" }
  /** The hold is proved: record the authorisation, pin the hold, then take the money. */
  | { to: "capture"; authorizedAt: Date }
  /** The money is taken and the hold is proved: the ticket is sold. */
  | { to: "complete"; authorizedAt: Date }
  | { to: "cancel-order"; reason: Extract<CancelReason, "expired"> }
  | {
      to: "cancel-order";
      reason: Extract<CancelReason, "payment_failed">;
      failure: PaymentFailure | "declined";
    }
  /** The order is over: release what the card authorised. */
  | { to: "release" }
  /** Nothing more can come of this charge. */
  | { to: "close-charge"; failureCode: string }
  /** Money was taken for an order that is not completed, or an operator gives it back. */
  | { to: "refund" }
  /** Stripe knows something of a refund or a dispute that our books do not. */
  | { to: "record-refund"; refund: RefundSnapshot }
  | { to: "record-dispute"; disputeStatus: string };

const expired: Decision = { to: "cancel-order", reason: "expired" };

/** Pure: the same situation always gets the same decision. */
export function decide(situation: Situation): Decision {
  if (isOutdated(situation)) return { to: "look-again" };
  return isLive(situation.order) ? decideWhileLive(situation) : decideWhenOver(situation);
}

/** A PaymentIntent was stored, or the deadline came, after Stripe was asked: it may have been paid in time since. */
function isOutdated({ order, charge, payment, fetchedAt, decidedAt }: Situation): boolean {
  const missesPayment = payment === null && charge.stripeId !== null;
  const missesDeadline = fetchedAt < order.expiresAt && order.expiresAt <= decidedAt;
  // mutant: no second look when the deadline passes between look and decision
  return missesPayment || missesDeadline;
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
  const { refund, disputeStatus } = payment;
  if (refund && !isRecorded(refund, charge)) return { to: "record-refund", refund };
  if (disputeStatus && disputeStatus !== charge.disputeStatus) {
    return { to: "record-dispute", disputeStatus };
  }
  if (charge.refund?.status === "created") return { to: "refund" };
  const paid = charge.status === "completed" && order.status === "completed";
  // mutant: no refund
  return paid || charge.refund ? { to: "rest" } : { to: "refund" };
}

/** Whether our books have this refund as Stripe has it. More may have been given back since, a part at a time. */
function isRecorded(refund: RefundSnapshot, { stripeRefundId, refund: ours }: Situation["charge"]) {
  if (refund.stripeId !== stripeRefundId || refund.status !== ours?.status) return false;
  return refund.status === "failed" || refund.amount === ours.amount;
}

function decideWhileLive(situation: Situation): Decision {
  const { order, payment, decidedAt } = situation;
  const lapsed = isLapsed(order, decidedAt);
  if (!payment) return lapsed ? expired : { to: "wait" };
  switch (payment.status) {
    case "requires_capture":
    case "succeeded":
      return decideWhenAuthorized(situation, payment);
    case "canceled":
      return lapsed ? expired : paymentFailed(wasUndone(order) ?? "payment_canceled");
    case "processing":
      return lapsed ? expired : { to: "wait" };
    default:
      return decideWhileUnpaid(situation, payment, lapsed);
  }
}

function paymentFailed(failure: PaymentFailure | "declined"): Decision {
  return { to: "cancel-order", reason: "payment_failed", failure };
}

/** Its card was authorised, and is so no longer: this can only have been undone at Stripe. */
function wasUndone({ paymentAuthorizedAt }: Situation["order"]): "authorization_undone" | null {
  return paymentAuthorizedAt ? "authorization_undone" : null;
}

function decideWhenAuthorized(
  { order, ticket, decidedAt }: Situation,
  payment: PaymentSnapshot,
): Decision {
  if (payment.amount !== order.price || payment.currency !== order.currency) {
    return paymentFailed("amount_mismatch");
  }
  const authorizedAt =
    order.paymentAuthorizedAt ?? whenInTime(order.expiresAt, payment.authorizedAt, decidedAt);
  // mutant: money taken without proof of the hold
  const holdsTicket = ticket.heldBy === order.id && !ticket.soldAt;
  if (!authorizedAt || !holdsTicket) return expired;
  return { to: payment.status === "succeeded" ? "complete" : "capture", authorizedAt };
}

/**
 * When the card was authorised, if that was before the deadline. Fetched in time by our own clock is in time,
 * whatever Stripe's clock says; fetched late, Stripe's time counts, however late the webhook.
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
  const undone = wasUndone(order);
  if (undone) return paymentFailed(undone);
  const outOfTries = payment.declines >= attemptsAllowed;
  if (outOfTries || payment.declinedForGood) return paymentFailed("declined");
  return lapsed ? expired : { to: "wait" };
}
