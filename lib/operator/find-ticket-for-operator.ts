import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { TicketId } from "#kernel/ids.ts";

/** As many as a page shows: three people at most want a ticket in a quarter of an hour. */
const most = 50;

/** A ticket with its seller and the orders for it, the newest first; null when there is none. */
export async function findTicketForOperator(ticketId: TicketId) {
  const [ticket] = await db()
    .select({
      id: tickets.id,
      title: tickets.title,
      price: tickets.price,
      currency: tickets.currency,
      soldAt: tickets.soldAt,
      withdrawnAt: tickets.withdrawnAt,
      lockedUntil: tickets.lockedUntil,
      orderId: tickets.orderId,
      event: events.title,
      startsAt: events.startsAt,
      seller: { id: users.id, name: users.name, email: users.email },
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .innerJoin(users, eq(users.id, tickets.userId))
    .where(eq(tickets.id, ticketId));
  if (!ticket) return null;
  const wanted = await db()
    .select({ id: orders.id, status: orders.status, at: orders.createdAt, buyer: users.name })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .where(eq(orders.ticketId, ticketId))
    .orderBy(desc(orders.createdAt))
    .limit(most);
  return { ...ticket, orders: wanted };
}
