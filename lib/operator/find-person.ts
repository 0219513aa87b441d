import { count, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { UserId } from "#kernel/ids.ts";

/** Of each list: what is older is found by its number. */
const most = 20;

/** A person as an operator sees them, with what they did last; null when there is no such account. */
export async function findPerson(userId: UserId) {
  const [person] = await db()
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      createdAt: users.createdAt,
      emailVerifiedAt: users.emailVerifiedAt,
      closedAt: users.closedAt,
      switchedOffAt: users.switchedOffAt,
    })
    .from(users)
    .where(eq(users.id, userId));
  if (!person) return null;
  const [bought, offered, [orderCount], [ticketCount]] = await Promise.all([
    db()
      .select({ id: orders.id, status: orders.status, event: events.title, at: orders.createdAt })
      .from(orders)
      .innerJoin(tickets, eq(tickets.id, orders.ticketId))
      .innerJoin(events, eq(events.id, tickets.eventId))
      .where(eq(orders.userId, userId))
      .orderBy(desc(orders.createdAt))
      .limit(most),
    db()
      .select({ id: tickets.id, title: tickets.title, event: events.title, at: tickets.createdAt })
      .from(tickets)
      .innerJoin(events, eq(events.id, tickets.eventId))
      .where(eq(tickets.userId, userId))
      .orderBy(desc(tickets.createdAt))
      .limit(most),
    db().select({ count: count() }).from(orders).where(eq(orders.userId, userId)),
    db().select({ count: count() }).from(tickets).where(eq(tickets.userId, userId)),
  ]);
  return {
    ...person,
    bought,
    offered,
    orderCount: orderCount?.count ?? 0,
    ticketCount: ticketCount?.count ?? 0,
  };
}
