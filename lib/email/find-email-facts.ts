import { eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "#kernel/ids.ts";
import type { EmailContent } from "./content.ts";

const buyers = alias(users, "buyers");
const sellers = alias(users, "sellers");

const person = (of: typeof buyers | typeof sellers) => ({
  name: of.name,
  email: of.email,
  verifiedAt: of.emailVerifiedAt,
});

/** The facts that emails about an order are written from. Null when there is no such order. */
export async function findEmailFacts(orderId: OrderId) {
  const { title, section, row, seat, admits } = tickets;
  const { venue, city, startsAt, timeZone, cancelledAt } = events;
  const [facts] = await db()
    .select({
      order: { id: orders.id, price: orders.price, currency: orders.currency },
      ticket: { id: tickets.id, title, section, row, seat, admits },
      event: { title: events.title, venue, city, startsAt, timeZone, cancelledAt },
      buyer: person(buyers),
      seller: person(sellers),
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .innerJoin(buyers, eq(buyers.id, orders.userId))
    .innerJoin(sellers, eq(sellers.id, tickets.userId))
    .where(eq(orders.id, orderId));
  return facts ?? null;
}

export type EmailFacts = NonNullable<Awaited<ReturnType<typeof findEmailFacts>>>;
type Recipient = { name: string; email: string; verifiedAt: Date | null };
/** An email about an order, as written from its facts. `appUrl` is where the app is reached, without a slash at its end. */
export type Email = (
  facts: EmailFacts,
  appUrl: string,
) => {
  to: Recipient;
  content: EmailContent;
  /** Of money that changed hands. Nothing else goes to an address that may be somebody else's: anyone can name one. */
  evenUnverified?: true;
};
