import { and, desc, eq, getTableColumns } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import { isLapsed, isLive } from "#kernel/order-state.ts";
import { ticketState } from "#lib/tickets/ticket-state.ts";

const { requestKey: _requestKey, ...orderColumns } = getTableColumns(orders);

function selectOrders() {
  return db()
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
      at: databaseClock,
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .innerJoin(users, eq(users.id, tickets.userId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectOrders>>[number];

/** An order with the time it has left, by the database's clock: none once it has lapsed or is over. */
function describe(row: Row) {
  const live = isLive(row);
  const remainingMs = live ? Math.max(0, row.expiresAt.getTime() - row.at.getTime()) : 0;
  const state = ticketState(row.ticket, row.at);
  const isOn = row.event.startsAt > row.at && !row.event.cancelledAt;
  const ticket = { ...row.ticket, state, free: state === "available" && isOn };
  return { ...row, ticket, remainingMs, live, lapsed: isLapsed(row, row.at) };
}

export type OrderView = ReturnType<typeof describe>;

/** The buyer's order. Another person's is null, exactly like one that does not exist. */
export async function findOrder(buyerId: UserId, orderId: OrderId): Promise<OrderView | null> {
  const [row] = await selectOrders().where(and(eq(orders.id, orderId), eq(orders.userId, buyerId)));
  return row ? describe(row) : null;
}

/** A buyer's orders, newest first. */
export async function listOrders(buyerId: UserId): Promise<OrderView[]> {
  const rows = await selectOrders()
    .where(eq(orders.userId, buyerId))
    .orderBy(desc(orders.createdAt), desc(orders.id))
    .limit(200);
  return rows.map(describe);
}
