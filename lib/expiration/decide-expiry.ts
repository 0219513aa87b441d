import { deadlineOf, whyOver } from "#kernel/order-state.ts";
import type { OrderForUpdate } from "#lib/orders/read-order-for-update.ts";

/** `settle`: a payment is under way, and Stripe is to be asked first. Otherwise why the order is cancelled. */
export type Expiry = "nothing" | "settle" | "expired" | "event_over";

/** What becomes of an order at `decidedAt`, which may be early, or late. */
export function decideExpiry(
  order: OrderForUpdate["order"],
  event: Pick<OrderForUpdate["event"], "startsAt" | "cancelledAt">,
  decidedAt: Date,
): Expiry {
  if (!event.cancelledAt && decidedAt < deadlineOf(order, event)) return "nothing";
  // mutant: an order expires without asking Stripe
  if (order.status === "awaiting_payment") return "settle";
  if (order.status !== "created") return "nothing";
  return whyOver(order, event, decidedAt) ?? "expired";
}
