import { and, eq, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { sellTicket } from "#lib/tickets/hold/sell-ticket.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

/** The money is captured: the ticket is the buyer's. The caller has the row locks and has proved the hold. */
export async function completeOrder(tx: Tx, { order, decidedAt }: OrderForUpdate): Promise<void> {
  const completed = await tx
    .update(orders)
    .set({ status: "completed", completedAt: decidedAt, version: sql`version + 1` })
    .where(and(eq(orders.id, order.id), eq(orders.status, "awaiting_payment")))
    .returning({ id: orders.id });
  if (completed.length === 0) throw new Error(`Order ${order.id} cannot be completed.`);
  const { ticketId, buyerId, price, currency } = order;
  const sale = { orderId: order.id, ticketId, price, currency };
  await sellTicket(tx, sale, decidedAt);
  await recordDomainEvent(tx, "OrderCompleted", decidedAt, { ...sale, buyerId });
}
