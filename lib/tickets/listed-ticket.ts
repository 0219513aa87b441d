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
  return { ...ticket, ...standingOf({ ...ticket, finishing }, ticket.event, at), at };
}

type Marks = Parameters<typeof ticketState>[0] & { finishing: boolean };

/** How a ticket stands at a moment of the database's clock, as pages show it. */
export function standingOf(marks: Marks, event: Parameters<typeof saleState>[1], at: Date) {
  const state = ticketState(marks, at);
  // A payment that is being finished has no end that could be promised.
  const freeAt = state === "locked" && !marks.finishing ? marks.lockedUntil : null;
  return { state, sale: saleState(marks, event, at), freeAt };
}

export type ListedTicket = ReturnType<typeof listedTicket>;
