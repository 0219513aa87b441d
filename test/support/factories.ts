import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { type EventId, newId, type TicketId, type UserId } from "#kernel/ids.ts";
import { foldText } from "#kernel/text.ts";
import { wordsToFind } from "#kernel/words-to-find.ts";
import { createOrder } from "#lib/orders/create-order.ts";

// The smallest valid rows: what a test leaves out has its usual value.

const day = 24 * 60 * 60 * 1000;

type Person = { name?: string; email?: string; emailVerifiedAt?: Date };

export async function aUser(given: Person = {}): Promise<UserId> {
  const id = newId<"user">();
  const { name = "Somebody", email = `${id}@example.com`, emailVerifiedAt } = given;
  const passwordHash = "nobody can sign in with this";
  await db().insert(users).values({ id, name, email, passwordHash, emailVerifiedAt });
  return id;
}

export function someUsers(count: number): Promise<UserId[]> {
  return Promise.all(Array.from({ length: count }, () => aUser()));
}

export async function anEvent(given: Partial<typeof events.$inferInsert> = {}): Promise<EventId> {
  const id = newId<"event">();
  const { title = `Evening ${id}`, venue = "Paradiso", city = "Amsterdam" } = given;
  await db()
    .insert(events)
    .values({
      id,
      slug: id,
      title,
      titleFolded: foldText(title),
      category: "concert",
      venue,
      venueFolded: foldText(venue),
      city,
      cityFolded: foldText(city),
      words: wordsToFind([title, venue, city]).join(" "),
      country: "NL",
      timeZone: "Europe/Amsterdam",
      startsAt: new Date(Date.now() + 30 * day),
      ...given,
    });
  return id;
}

/** There is no command for it yet: an operator's comes later. */
export async function callOff(eventId: EventId): Promise<void> {
  await db().update(events).set({ cancelledAt: databaseClock }).where(eq(events.id, eventId));
}

type Listing = Partial<typeof tickets.$inferInsert> & { sellerId?: UserId };

export async function aTicket({ sellerId, ...given }: Listing = {}) {
  const ticket = {
    id: newId<"ticket">(),
    userId: sellerId ?? (await aUser()),
    eventId: given.eventId ?? (await anEvent()),
    title: "Front stalls",
    price: 4500,
    currency: "eur" as const,
    ...given,
  };
  await db().insert(tickets).values(ticket);
  return { ...ticket, sellerId: ticket.userId, version: given.version ?? 1 };
}

type Wish = { buyerId?: UserId; ticketId?: TicketId; ticketVersion?: number; requestKey?: string };

/** An order as a buyer makes it, for another seller's ticket. */
export async function anOrder(given: Wish & { price?: number; startsAt?: Date } = {}) {
  const buyerId = given.buyerId ?? (await aUser());
  const ticketId = given.ticketId ?? (await aTicket(given.price ? { price: given.price } : {})).id;
  const orderId = await createOrder(buyerId, aRequest(ticketId, given));
  return { orderId, buyerId, ticketId };
}

/** One click on "Buy ticket". */
export function aRequest(ticketId: TicketId, { ticketVersion = 1, requestKey }: Wish = {}) {
  return { ticketId, ticketVersion, requestKey: requestKey ?? randomUUID() };
}
