import { and, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { orders } from "#db/schema/orders.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { sellTicket } from "#lib/tickets/hold/sell-ticket.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

/** The money is captured: the ticket is the buyer's. The caller has the row locks and has proved the hold. */
export async function completeOrder(tx: Tx, { order, decidedAt }: OrderForUpdate): Promise<void> {
  const { id: orderId, ticketId, buyerId, price, currency } = order;
  const sale = { orderId, ticketId, price, currency };
  const { completed } = await sentTogether({
    completed: updateCompleted(tx, { orderId, decidedAt: decidedAt.toISOString() }),
    sold: sellTicket(tx, sale, decidedAt),
    event: recordDomainEvent(tx, "OrderCompleted", decidedAt, { ...sale, buyerId }),
  });
  if (completed.length === 0) throw new Error(`Order ${orderId} cannot be completed.`);
}

const updateCompleted = prepared((database) =>
  database
    .update(orders)
    .set({
      status: "completed",
      completedAt: sql`${sql.placeholder("decidedAt")}::timestamptz`,
      version: sql`version + 1`,
    })
    .where(and(eq(orders.id, sql.placeholder("orderId")), eq(orders.status, "awaiting_payment")))
    .returning({ id: orders.id }),
);
