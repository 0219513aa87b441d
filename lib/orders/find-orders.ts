import { and, desc, eq, getTableColumns, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { type Database, db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import { deadlineOf, isLive, whyOver } from "#kernel/order-state.ts";
import { saleState } from "#lib/tickets/sale-state.ts";

const { requestKey: _requestKey, ...orderColumns } = getTableColumns(orders);

export function selectOrders(database: Database = db()) {
  const refund = database
    .select({ status: refunds.status, amount: refunds.amount })
    .from(charges)
    .innerJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(eq(charges.orderId, orders.id))
    .orderBy(desc(refunds.createdAt))
    .limit(1)
    .as("refund");
  return database
    .select({
      ...orderColumns,
      ticket: {
        id: tickets.id,
        title: tickets.title,
        section: tickets.section,
        row: tickets.row,
        seat: tickets.seat,
        admits: tickets.admits,
        lockedUntil: tickets.lockedUntil,
        soldAt: tickets.soldAt,
        withdrawnAt: tickets.withdrawnAt,
      },
      event: getTableColumns(events),
      sellerName: users.name,
      refundStatus: refund.status,
      refundAmount: refund.amount,
      at: databaseClock,
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .innerJoin(users, eq(users.id, tickets.userId))
    .leftJoinLateral(refund, sql`true`)
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectOrders>>[number];

/**
 * An order with the time it has left, by the database's clock (none once it is over), of `lockMs` in all; and what it
 * ended for, whether or not the worker has cancelled it yet; and what was given back.
 */
export function describeOrder({ refundStatus, refundAmount, ...row }: Row) {
  const live = isLive(row);
  const deadline = deadlineOf(row, row.event);
  const remainingMs = live ? Math.max(0, deadline.getTime() - row.at.getTime()) : 0;
  const ticket = { ...row.ticket, sale: saleState(row.ticket, row.event, row.at) };
  const refund =
    refundStatus && refundAmount !== null ? { status: refundStatus, amount: refundAmount } : null;
  const endedFor = row.cancelReason ?? whyOver(row, row.event, row.at);
  return {
    ...row,
    ticket,
    refund,
    remainingMs,
    lockMs: deadline.getTime() - row.createdAt.getTime(),
    live,
    endedFor,
  };
}

export type OrderView = ReturnType<typeof describeOrder>;

/** The buyer's order. Another person's is null, exactly like one that does not exist. */
export async function findOrder(buyerId: UserId, orderId: OrderId): Promise<OrderView | null> {
  const [row] = await selectOrders().where(and(eq(orders.id, orderId), eq(orders.userId, buyerId)));
  return row ? describeOrder(row) : null;
}
