import type { CancelReason } from "#db/schema/orders.ts";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { ChargeStatus } from "#kernel/charge-lifecycle.ts";
import type { OrderId } from "#kernel/ids.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import { deadlineOf, isLive, whyOver } from "#kernel/order-state.ts";
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
  /** As read in the same transaction. */
  event: { startsAt: Date; cancelledAt: Date | null };
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
  /** Whether the order was recorded as authorised already when the payment was fetched. */
  authorizedWhenFetched: boolean;
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
  | { to: "cancel-order"; reason: Extract<CancelReason, "expired" | "event_over"> }
  | {
      to: "cancel-order";
      reason: Extract<CancelReason, "payment_failed">;
      failure: PaymentFailure | "declined";
    }
  /** The order is over, or its event was called off before the money was taken: release what the card authorised. */
  | { to: "release" }
  /** Nothing more can come of this charge. */
  | { to: "close-charge"; failureCode: string }
  /** Money was taken for an order that is not completed, or an operator gives it back. */
  | { to: "refund" }
  /** Stripe knows something of a refund or a dispute that our books do not. */
  | { to: "record-refund"; refund: RefundSnapshot }
  | { to: "record-dispute"; disputeStatus: string };

/** The order's time or its event is over. Which, `whyOver` says; where it says neither, the hold was lost. */
function over({ order, event, decidedAt }: Situation): Decision {
  const unrecorded = { ...order, paymentAuthorizedAt: null };
  return { to: "cancel-order", reason: whyOver(unrecorded, event, decidedAt) ?? "expired" };
}

/** Pure: the same situation always gets the same decision. */
export function decide(situation: Situation): Decision {
  if (isOutdated(situation)) return { to: "look-again" };
  return isLive(situation.order) ? decideWhileLive(situation) : decideWhenOver(situation);
}

/**
 * A PaymentIntent was stored, or the deadline came, after Stripe was asked: it may have been paid in time since. Or
 * another settlement has recorded since that it is authorised: that the answer does not show it proves nothing.
 */
function isOutdated(situation: Situation): boolean {
  const { order, event, charge, payment, fetchedAt, decidedAt } = situation;
  const deadline = deadlineOf(order, event);
  const missesPayment = payment === null && charge.stripeId !== null;
  const missesDeadline = fetchedAt < deadline && deadline <= decidedAt;
  const missesAuthorization =
    order.paymentAuthorizedAt !== null && !situation.authorizedWhenFetched && !isPaid(payment);
  // mutant: no second look when the deadline passes between look and decision
  // mutant: no second look when the authorisation is recorded between look and decision
  return missesPayment || missesDeadline || missesAuthorization;
}

/** Authorised, or captured. */
function isPaid(payment: PaymentSnapshot | null): boolean {
  return payment?.status === "requires_capture" || payment?.status === "succeeded";
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
  const { order, event, payment, decidedAt } = situation;
  const calledOff = event.cancelledAt !== null;
  const isOver = whyOver(order, event, decidedAt) !== null;
  if (!payment) return isOver || calledOff ? over(situation) : { to: "wait" };
  switch (payment.status) {
    case "requires_capture":
    case "succeeded":
      return decideWhenAuthorized(situation, payment);
    case "canceled":
      if (isOver || calledOff) return over(situation);
      return paymentFailed(wasUndone(order) ?? "payment_canceled");
    case "processing":
      return isOver ? over(situation) : { to: "wait" };
    default:
      return calledOff ? over(situation) : decideWhileUnpaid(situation, payment, isOver);
  }
}

function paymentFailed(failure: PaymentFailure | "declined"): Decision {
  return { to: "cancel-order", reason: "payment_failed", failure };
}

/** Its card was authorised, and is so no longer: this can only have been undone at Stripe. */
function wasUndone({ paymentAuthorizedAt }: Situation["order"]): "authorization_undone" | null {
  return paymentAuthorizedAt ? "authorization_undone" : null;
}

function decideWhenAuthorized(situation: Situation, payment: PaymentSnapshot): Decision {
  const { order, ticket, event, decidedAt } = situation;
  if (payment.amount !== order.price || payment.currency !== order.currency) {
    return paymentFailed("amount_mismatch");
  }
  if (event.cancelledAt && payment.status !== "succeeded") return decideWhenCalledOff(situation);
  const authorizedAt =
    order.paymentAuthorizedAt ??
    whenInTime(deadlineOf(order, event), payment.authorizedAt, decidedAt);
  // mutant: money taken without proof of the hold
  const holdsTicket = ticket.heldBy === order.id && !ticket.soldAt;
  if (!authorizedAt || !holdsTicket) return over(situation);
  return { to: payment.status === "succeeded" ? "complete" : "capture", authorizedAt };
}

/**
 * Authorised, not captured, and the event is called off: nothing is taken. Once the authorisation was recorded, a
 * capture may be under way. Then Stripe says which came first: it is released before the order is cancelled, so that
 * what was captured after all is a sale and not money taken for nothing.
 */
function decideWhenCalledOff(situation: Situation): Decision {
  return situation.order.paymentAuthorizedAt ? { to: "release" } : over(situation);
}

/**
 * When the card was authorised, if that was before the deadline. Fetched in time by our own clock is in time,
 * whatever Stripe's clock says; fetched late, Stripe's time counts, however late the webhook.
 */
function whenInTime(deadline: Date, authorizedAt: Date | null, decidedAt: Date): Date | null {
  const earliest = authorizedAt && authorizedAt < decidedAt ? authorizedAt : decidedAt;
  return earliest < deadline ? earliest : null;
}

function decideWhileUnpaid(
  situation: Situation,
  payment: PaymentSnapshot,
  isOver: boolean,
): Decision {
  const { order, attemptsAllowed } = situation;
  const undone = wasUndone(order);
  if (undone) return paymentFailed(undone);
  const outOfTries = payment.declines >= attemptsAllowed;
  if (outOfTries || payment.declinedForGood) return paymentFailed("declined");
  return isOver ? over(situation) : { to: "wait" };
}
