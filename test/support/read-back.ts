import { asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { outbox } from "#db/schema/outbox.ts";
import { charges } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId, TicketId } from "#kernel/ids.ts";

/** The domain events about an order, a ticket, a user or a charge, oldest first. */
export function domainEventsOf(subjectId: string) {
  return db()
    .select()
    .from(outbox)
    .where(eq(outbox.subjectId, subjectId))
    .orderBy(asc(outbox.occurredAt), asc(outbox.id));
}

/** The types of those domain events, with a TicketUpdated's change: `TicketUpdated:locked`. */
export async function storyOf(subjectId: string): Promise<string[]> {
  const domainEvents = await domainEventsOf(subjectId);
  return domainEvents.map(({ type, data }) =>
    data !== null && typeof data === "object" && "change" in data
      ? `${type}:${String(data.change)}`
      : type,
  );
}

export async function orderRow(orderId: OrderId) {
  return only(await db().select().from(orders).where(eq(orders.id, orderId)));
}

export async function ticketRow(ticketId: TicketId) {
  return only(await db().select().from(tickets).where(eq(tickets.id, ticketId)));
}

export function ordersOfTicket(ticketId: TicketId) {
  return db()
    .select()
    .from(orders)
    .where(eq(orders.ticketId, ticketId))
    .orderBy(asc(orders.createdAt));
}

export function chargesOf(orderId: OrderId) {
  return db()
    .select()
    .from(charges)
    .where(eq(charges.orderId, orderId))
    .orderBy(asc(charges.createdAt));
}

/** The only row. Throws when there are more, or none. */
export function only<T>(rows: T[]): T {
  const [row, ...others] = rows;
  if (row === undefined || others.length > 0)
    throw new Error(`Expected one, found ${rows.length}.`);
  return row;
}
