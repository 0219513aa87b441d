import { eq, getTableColumns, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { saleState } from "./sale-state.ts";
import { ticketState } from "./ticket-state.ts";

const { userId: sellerId, requestKey: _, ...ticketColumns } = getTableColumns(tickets);

/** Tickets with their events and the orders that hold them, by the database's clock: what every list of tickets shows. */
export function selectListedTickets(database = lookingDb()) {
  return database
    .select({
      ...ticketColumns,
      sellerId,
      event: getTableColumns(events),
      holderId: orders.userId,
      finishing: sql<boolean>`${orders.paymentAuthorizedAt} is not null`,
      at: databaseClock,
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectListedTickets>>[number];

/**
 * A ticket as pages show it: with its state, whether it can be bought (`sale`), and when it may come free if
 * somebody is paying for it.
 */
export function listedTicket({ at, finishing, ...ticket }: Row) {
  const state = ticketState(ticket, at);
  // A payment that is being finished has no end that could be promised.
  const freeAt = state === "locked" && !finishing ? ticket.lockedUntil : null;
  return { ...ticket, state, sale: saleState(ticket, ticket.event, at), freeAt, at };
}

export type ListedTicket = ReturnType<typeof listedTicket>;
