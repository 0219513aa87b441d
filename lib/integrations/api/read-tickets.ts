import { and, eq, inArray } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { environment } from "#kernel/environment.ts";
import type { TicketId, UserId } from "#kernel/ids.ts";
import {
  type ListedTicket,
  listedTicket,
  selectListedTickets,
} from "#lib/tickets/listed-ticket.ts";
import { keysetPage } from "./keyset-page.ts";
import type { ListQuery, Representation } from "./representations.ts";

/**
 * What a person listed, newest first.
 *
 * Refuses: what `keysetPage` refuses.
 */
export async function listTicketsOfApi(
  sellerId: UserId,
  query: ListQuery,
): Promise<Representation<"TicketPage">> {
  const { createdAt: moment, id } = tickets;
  return keysetPage(
    query,
    { path: "/api/v1/tickets", moment, id, newestFirst: true },
    ({ within, order, limit }) => {
      // Which they are is found first, among the seller's own: joined at once, Postgres might read all events for it.
      const those = lookingDb()
        .select({ id })
        .from(tickets)
        .where(and(eq(tickets.userId, sellerId), within))
        .orderBy(...order)
        .limit(limit);
      return selectListedTickets()
        .where(inArray(id, those))
        .orderBy(...order);
    },
    {
      placeOf: (row) => ({ at: row.createdAt, id: row.id }),
      itemOf: (row) => ticketOfApi(listedTicket(row)),
    },
  );
}

/** A person's own ticket. Another's is null, exactly like one that does not exist. */
export async function findTicketOfApi(
  sellerId: UserId,
  ticketId: TicketId,
): Promise<Representation<"Ticket"> | null> {
  const isOwn = and(eq(tickets.id, ticketId), eq(tickets.userId, sellerId));
  const [row] = await selectListedTickets().where(isOwn);
  return row ? ticketOfApi(listedTicket(row)) : null;
}

function ticketOfApi(ticket: ListedTicket): Representation<"Ticket"> {
  const { id, eventId, title, section, row, seat, admits, version, state } = ticket;
  return {
    id,
    url: `${environment().APP_URL}/tickets/${id}`,
    eventId,
    title,
    section,
    row,
    seat,
    admits,
    price: { amount: ticket.price, currency: ticket.currency },
    state,
    lockedUntil: ticket.freeAt?.toISOString() ?? null,
    soldAt: ticket.soldAt?.toISOString() ?? null,
    withdrawnAt: ticket.withdrawnAt?.toISOString() ?? null,
    version,
    createdAt: ticket.createdAt.toISOString(),
    updatedAt: ticket.updatedAt.toISOString(),
  };
}
