import { and, eq, inArray, sql } from "drizzle-orm";
import { type CancelReason, orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { statesBefore } from "#kernel/lifecycle.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { releaseHold } from "#lib/tickets/hold/release-hold.ts";
import { orderLifecycle, type OrderStatus } from "#kernel/order-lifecycle.ts";

export type LiveOrder = {
  id: OrderId;
  ticketId: TicketId;
  buyerId: UserId;
  status: OrderStatus;
  expiresAt: Date;
};

/** Ends a live order and frees its ticket. The caller has the ticket's row lock. */
export async function cancelLiveOrder(
  tx: Tx,
  order: LiveOrder,
  reason: CancelReason,
  decidedAt: Date,
): Promise<void> {
  const cancelled = await tx
    .update(orders)
    .set({
      status: "cancelled",
      cancelReason: reason,
      cancelledAt: decidedAt,
      version: sql`version + 1`,
    })
    .where(
      and(
        eq(orders.id, order.id),
        inArray(orders.status, statesBefore(orderLifecycle, "cancelled")),
      ),
    )
    .returning({ id: orders.id });
  if (cancelled.length === 0) throw new Error(`Order ${order.id} is over and cannot be cancelled.`);
  await releaseHold(tx, { ticketId: order.ticketId, orderId: order.id }, decidedAt);
  const about = { orderId: order.id, ticketId: order.ticketId, buyerId: order.buyerId };
  if (reason === "expired") {
    await recordDomainEvent(tx, "OrderExpired", decidedAt, {
      ...about,
      expiresAt: order.expiresAt,
    });
  } else {
    await recordDomainEvent(tx, "OrderCancelled", decidedAt, { ...about, reason });
  }
}
