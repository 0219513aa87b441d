import { and, asc, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { databaseClock } from "#db/clock.ts";
import { lookingDb } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { type EventId, idSchema } from "#kernel/ids.ts";
import { currencySchema } from "#kernel/money.ts";
import { foldText } from "#kernel/text.ts";
import { type EventMarket, offeredFor } from "./event-market.ts";
import { standingOf } from "./listed-ticket.ts";
import { isOnMarket } from "./sale-state.ts";

type Event = { id: EventId; startsAt: Date; cancelledAt: Date | null };

/** What tickets of an event may be asked for: a section by its name, however it is written; a number of people. */
export type TicketFilters = { section: string | null; admits: number | null };
/** The cursors of an address, whatever they are: a page after one, or before one. */
type Place = { after?: unknown; before?: unknown };

export const pageLength = 25;

/**
 * A page of an event's tickets on the market, cheapest first; currency by currency where there are several. A cursor
 * that is made up, of another event, or behind which nothing is left gives the first page.
 */
export async function listTicketsOfEvent(
  event: Event,
  market: Market,
  filters: TicketFilters,
  place: Place = {},
) {
  const list = listOf(event.id, market, filters);
  const after = readPlace(event.id, place.after);
  const before = after ? null : readPlace(event.id, place.before);
  const read = await selectRows(list, after ?? before, before ? "before" : "after");
  const more = read.length > pageLength;
  const isShort = before ? !more : read.length === 0;
  if ((after ?? before) && isShort) return listTicketsOfEvent(event, market, filters);
  const rows = read.slice(0, pageLength);
  if (before) rows.reverse();
  const found = rows.map(({ at, finishing, ...ticket }) => ({
    ...ticket,
    ...standingOf({ ...ticket, finishing }, event, at),
    at,
  }));
  return {
    tickets: found.filter(({ sale }) => isOnMarket(sale)),
    previous: after || before ? cursorOf(event.id, rows.at(0)) : null,
    next: before || more ? cursorOf(event.id, rows.at(-1)) : null,
  };
}

export type TicketOfEvent = Awaited<ReturnType<typeof listTicketsOfEvent>>["tickets"][number];

type Market = Pick<EventMarket, "lowest" | "sections">;

/** Which tickets, in which order: in one currency the index has it already. Sections are compared folded. */
export function listOf(eventId: EventId, market: Market, { section, admits }: TicketFilters): List {
  const { currency, price, id } = tickets;
  const folded = section === null ? null : foldText(section);
  const spellings = market.sections
    .filter(({ name }) => foldText(name) === folded)
    .flatMap((offered) => offered.spellings);
  const fits = and(
    offeredFor(eventId),
    folded === null ? undefined : inArray(tickets.section, spellings),
    admits === null ? undefined : eq(tickets.admits, admits),
  );
  return { fits, keys: market.lowest.length > 1 ? [currency, price, id] : [price, id] };
}

type Cursor = { currency: string; price: number; id: string };

function cursorOf(eventId: EventId, ticket: Cursor | undefined): string | null {
  return ticket ? encodeCursor([eventId, ticket.currency, ticket.price, ticket.id]) : null;
}

function readPlace(eventId: EventId, text: unknown): Cursor | null {
  const schema = z.tuple([z.literal(eventId), currencySchema, z.int32(), idSchema<"ticket">()]);
  const read = decodeCursor(text, schema);
  if (!read) return null;
  const [, currency, price, id] = read;
  return { currency, price, id };
}

type List = { fits: SQL | undefined; keys: PgColumn[] };

/** One row more than a page has, to know whether there is another page. */
export function selectRows({ fits, keys }: List, place: Cursor | null, side: "after" | "before") {
  const inOrder = side === "after" ? asc : desc;
  return lookingDb()
    .select({
      id: tickets.id,
      title: tickets.title,
      price: tickets.price,
      currency: tickets.currency,
      section: tickets.section,
      row: tickets.row,
      seat: tickets.seat,
      admits: tickets.admits,
      sellerId: tickets.userId,
      lockedUntil: tickets.lockedUntil,
      soldAt: tickets.soldAt,
      withdrawnAt: tickets.withdrawnAt,
      holderId: orders.userId,
      finishing: sql<boolean>`${orders.paymentAuthorizedAt} is not null`,
      at: databaseClock,
    })
    .from(tickets)
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .where(and(fits, place ? beyond(keys, place, side) : undefined))
    .orderBy(...keys.map((key) => inOrder(key)))
    .limit(pageLength + 1);
}

function beyond(keys: PgColumn[], place: Cursor, side: "after" | "before"): SQL {
  const { currency, price, id } = place;
  const values = keys.length > 2 ? [currency, price, id] : [price, id];
  const [columns, bounds] = [
    sql.join(keys, sql`, `),
    sql.join(
      values.map((each) => sql`${each}`),
      sql`, `,
    ),
  ];
  return side === "after" ? sql`(${columns}) > (${bounds})` : sql`(${columns}) < (${bounds})`;
}
