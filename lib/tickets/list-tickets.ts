import { asc, desc, eq } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import type { EventId, UserId } from "#kernel/ids.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";

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

/** Everything a seller ever listed, newest first. */
export async function listListings(sellerId: UserId): Promise<ListedTicket[]> {
  const rows = await selectListedTickets()
    .where(eq(tickets.userId, sellerId))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(500);
  return rows.map(listedTicket);
}
