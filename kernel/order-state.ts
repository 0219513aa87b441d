import { isFinal } from "./lifecycle.ts";
import { orderLifecycle, type OrderStatus } from "./order-lifecycle.ts";

const statuses = Object.keys(orderLifecycle) as OrderStatus[]; // a Record's keys are its key type

/** The statuses from which an order can still move. */
export const liveStatuses: readonly OrderStatus[] = statuses.filter(
  (status) => !isFinal(orderLifecycle, status),
);

/** The statuses in which an order has its ticket: it is being paid for, or was bought. */
export const holdingStatuses: readonly OrderStatus[] = statuses.filter(
  (status) => status !== "cancelled",
);

/** An order that may still be completed or cancelled. Its SQL twin is `liveOrder` in db/order-state.ts. */
export function isLive({ status }: { status: OrderStatus }): boolean {
  return liveStatuses.includes(status);
}

type Deadline = { status: OrderStatus; expiresAt: Date; paymentAuthorizedAt: Date | null };

/**
 * A live order whose time is over at `at`, a moment of the database's clock. It counts as over from then on,
 * before the worker has cancelled it. An authorised payment ends the deadline: such an order cannot lapse.
 * Its SQL twin is `lapsedOrder` in db/order-state.ts.
 */
export function isLapsed(order: Deadline, at: Date): boolean {
  return isLive(order) && order.paymentAuthorizedAt === null && order.expiresAt <= at;
}

type Event = { startsAt: Date; cancelledAt: Date | null };

/** Until when a card may be authorised: the end of the lock, or the event's start if that comes before it. */
export function deadlineOf(
  { expiresAt }: { expiresAt: Date },
  { startsAt }: { startsAt: Date },
): Date {
  return startsAt < expiresAt ? startsAt : expiresAt;
}

/**
 * Why a live order is over at `at`, before anybody has cancelled it: its event was called off or has begun, or its
 * time is up. Null while its buyer may pay, and once a card is authorised: what becomes of that is for `decide`.
 * A lock that ended because the event began is over for the event's sake.
 */
export function whyOver(order: Deadline, event: Event, at: Date): "event_over" | "expired" | null {
  if (!isLive(order) || order.paymentAuthorizedAt) return null;
  if (event.cancelledAt) return "event_over";
  if (deadlineOf(order, event) > at) return null;
  return event.startsAt <= order.expiresAt ? "event_over" : "expired";
}
