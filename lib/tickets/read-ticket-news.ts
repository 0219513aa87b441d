import { and, desc, eq, gt, sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { readClock } from "#db/clock.ts";
import { lookingDb } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventId, TicketId } from "#kernel/ids.ts";
import type { Money } from "#kernel/money.ts";
import { offeredFor } from "./event-market.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";

/** Tickets as they are now, by the database's clock. Those that do not exist are left out. */
export async function readTicketsNow(ticketIds: readonly TicketId[]): Promise<ListedTicket[]> {
  const rows = await selectListedTickets().where(anyOf(tickets.id, ticketIds));
  return rows.map(listedTicket);
}

/** More than anybody follows one by one. */
export const mostChanged = 200;

/** A change is marked with the moment it was decided at, and seen once it is committed: no transaction lives longer. */
const longestTransaction = "20 seconds";

/**
 * The tickets of an event that have changed since a moment, the last change first, at most `mostChanged` and one more;
 * and rather too many than too few.
 */
export async function listChangedTickets(eventId: EventId, since: Date): Promise<ListedTicket[]> {
  const rows = await selectChangedTickets(eventId, since);
  return rows.map(listedTicket);
}

export function selectChangedTickets(eventId: EventId, since: Date) {
  const moment = sql`${since.toISOString()}::timestamptz - ${longestTransaction}::interval`;
  return selectListedTickets()
    .where(and(eq(tickets.eventId, eventId), gt(tickets.updatedAt, moment)))
    .orderBy(desc(tickets.updatedAt))
    .limit(mostChanged + 1);
}

/** How many tickets of an upcoming event are on the market now, and the lowest price in each currency. */
export type Offer = { available: number; held: number; lowest: Money[]; at: Date };

export async function readOffer(eventId: EventId): Promise<Offer> {
  const [rows, at] = await Promise.all([selectOffer(eventId), readClock(lookingDb())]);
  return {
    available: rows.reduce((sum, { count, held }) => sum + count - held, 0),
    held: rows.reduce((sum, { held }) => sum + held, 0),
    lowest: rows.map(({ amount, currency }) => ({ amount, currency })),
    at,
  };
}

export function selectOffer(eventId: EventId) {
  return lookingDb()
    .select({
      currency: tickets.currency,
      amount: sql<number>`min(${tickets.price})::int`,
      count: sql<number>`count(*)::int`,
      held: sql<number>`(count(*) filter (where ${tickets.lockedUntil} > (select clock_timestamp())))::int`,
    })
    .from(tickets)
    .where(offeredFor(eventId))
    .groupBy(tickets.currency)
    .orderBy(desc(sql`count(*)`), tickets.currency);
}
