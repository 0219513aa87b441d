import { and, inArray, sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { type CancelReason, orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import { statesBefore } from "#kernel/lifecycle.ts";
import { orderLifecycle, type OrderStatus } from "#kernel/order-lifecycle.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { type Happening, recordDomainEvents } from "#lib/domain-events/record-domain-events.ts";
import { releaseHolds } from "#lib/tickets/hold/release-holds.ts";

export type LiveOrder = {
  id: OrderId;
  ticketId: TicketId;
  buyerId: UserId;
  status: OrderStatus;
  expiresAt: Date;
};

type End = { order: LiveOrder; reason: CancelReason };

/** Ends live orders and frees their tickets. The caller has the tickets' row locks. */
export async function cancelLiveOrders(tx: Tx, ends: End[], decidedAt: Date): Promise<void> {
  for (const [reason, ofReason] of Map.groupBy(ends, (end) => end.reason))
    await cancelFor(tx, reason, ofReason, decidedAt);
  const holds = ends.map(({ order }) => ({ ticketId: order.ticketId, orderId: order.id }));
  // mutant: an order that is over keeps its ticket
  await releaseHolds(tx, holds, decidedAt);
  await recordDomainEvents(tx, decidedAt, ends.map(endOf));
}

async function cancelFor(
  tx: Tx,
  reason: CancelReason,
  ends: End[],
  decidedAt: Date,
): Promise<void> {
  const ids = ends.map(({ order }) => order.id);
  const cancelled = await tx
    .update(orders)
    .set({
      status: "cancelled",
      cancelReason: reason,
      cancelledAt: decidedAt,
      version: sql`version + 1`,
    })
    .where(
      and(anyOf(orders.id, ids), inArray(orders.status, statesBefore(orderLifecycle, "cancelled"))),
    )
    .returning({ id: orders.id });
  const done = new Set(cancelled.map(({ id }) => id));
  const over = ids.find((id) => !done.has(id));
  if (over) throw new Error(`Order ${over} is over and cannot be cancelled.`);
}

function endOf({ order, reason }: End): Happening {
  const about = { orderId: order.id, ticketId: order.ticketId, buyerId: order.buyerId };
  return reason === "expired"
    ? { type: "OrderExpired", facts: { ...about, expiresAt: order.expiresAt } }
    : { type: "OrderCancelled", facts: { ...about, reason } };
}
