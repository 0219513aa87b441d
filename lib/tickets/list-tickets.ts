import { and, asc, eq, like, or, type SQL, sql } from "drizzle-orm";
import { lookingDb, searchingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Category } from "#kernel/categories.ts";
import type { EventId } from "#kernel/ids.ts";
import { foldText } from "#kernel/text.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";
import { onMarket } from "./sale-state.ts";

const pageLength = 60;

/**
 * Tickets on the market whose event, place or title has every word of `words`, in any case, with or without accents.
 * Soonest first, then cheapest.
 */
export async function listTicketsForSale(
  words: string,
  category?: Category,
): Promise<ListedTicket[]> {
  const wanted = foldText(words).split(" ").filter(Boolean).slice(0, 8).map(mentions);
  const rows = await selectListedTickets(wanted.length > 0 ? searchingDb() : lookingDb())
    .where(and(onMarket(), category && eq(events.category, category), ...wanted))
    .orderBy(asc(events.startsAt), asc(events.id), asc(tickets.price), asc(tickets.id))
    .limit(pageLength);
  return rows.map(listedTicket);
}

/** Folded texts, so that what is found does not depend on the database's collation; a rough one until it is there. */
const searched = [
  sql`coalesce(${events.titleFolded}, lower(${events.title}))`,
  sql`coalesce(${events.cityFolded}, lower(${events.city}))`,
  sql`coalesce(${events.venueFolded}, lower(${events.venue}))`,
  sql`coalesce(${tickets.titleFolded}, lower(${tickets.title}))`,
];

function mentions(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
  return or(...searched.map((text) => like(text, pattern)));
}

/** Every ticket for an event that was not withdrawn, cheapest first: sold ones show what it is worth. */
export async function listTicketsOfEvent(eventId: EventId): Promise<ListedTicket[]> {
  const rows = await selectListedTickets()
    .where(eq(tickets.eventId, eventId))
    .orderBy(asc(tickets.price), asc(tickets.id))
    .limit(500);
  const listed = rows.map(listedTicket).filter((ticket) => ticket.state !== "withdrawn");
  const isOver = (ticket: ListedTicket) => Number(ticket.state === "sold");
  return listed.toSorted((one, other) => isOver(one) - isOver(other));
}
