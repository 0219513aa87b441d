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
