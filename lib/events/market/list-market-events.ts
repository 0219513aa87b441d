import { and, asc, desc, eq, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { type Database, lookingDb, searchingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { idSchema } from "#kernel/ids.ts";
import { wantedWords } from "#kernel/words-to-find.ts";
import { beginWords, findMeanings, haveMeanings } from "../find-by-words.ts";
import {
  foldedCity,
  marketSearch,
  type MarketSearch,
  mostWorth,
  type Sort,
  type Time,
} from "./market-search.ts";

export const pageLength = 24;

/** Read once in a statement, so that an index can be used. */
const clock = sql`(select clock_timestamp())`;

/** An event as lists show it, with its market. */
export function selectMarketEvents(database: Database) {
  return database
    .select({
      id: events.id,
      slug: events.slug,
      title: events.title,
      category: events.category,
      venue: events.venue,
      city: events.city,
      startsAt: events.startsAt,
      timeZone: events.timeZone,
      available: marketEvents.available,
      held: marketEvents.held,
      fromPrice: marketEvents.fromPrice,
      fromCurrency: marketEvents.fromCurrency,
      fromWorth: marketEvents.fromWorth,
      listedAt: marketEvents.listedAt,
    })
    .from(marketEvents)
    .innerJoin(events, eq(events.id, marketEvents.eventId))
    .$dynamic();
}

export type MarketEvent = Awaited<ReturnType<typeof selectMarketEvents>>[number];

/** Still to come and not called off, by the database's clock and the event itself. */
export function onNow(): SQL {
  return sql`(${marketEvents.startsAt} > ${clock} and ${isNull(events.cancelledAt)})`;
}

/** Where a page begins or ends, as its address says it. */
export type Place = { after?: unknown; before?: unknown };

export type MarketPage = {
  events: MarketEvent[];
  /** For the address of the page before and of the one after; null where there is none. */
  before: string | null;
  after: string | null;
  /** Nothing has every word as typed: these have words like them. */
  roughly: boolean;
};

/**
 * A page of what a search finds. Every word has to begin a word of the event or of one of its tickets; where that finds
 * nothing, words that are like them will do.
 */
export async function listMarketEvents(search: MarketSearch, place: Place): Promise<MarketPage> {
  const words = wantedWords(search.q);
  if (search.q && words.length === 0)
    return { events: [], before: null, after: null, roughly: false };
  const database = words.length > 0 ? searchingDb() : lookingDb();
  const exactly = await readPage(
    database,
    search,
    words.length > 0 ? hasWords(words) : undefined,
    place,
  );
  if (exactly.events.length > 0 || words.length === 0) return { ...exactly, roughly: false };
  // A page between two others may have come to be empty; its search has not become a rough one.
  if (
    (place.after || place.before) &&
    (await readPage(database, search, hasWords(words), {})).events.length > 0
  )
    return { ...exactly, roughly: false };
  const meanings = await findMeanings(database, words);
  if (!meanings) return { ...exactly, roughly: false };
  const likely = haveMeanings(marketWords, meanings);
  return { ...(await readPage(database, search, likely, place)), roughly: true };
}

/** As many as stand under "nothing fits". */
const nearestLength = 8;

/** What comes nearest to a search that finds nothing: its words anywhere and at any time, or else any of them. */
export async function listNearest(search: MarketSearch): Promise<MarketEvent[]> {
  const { q, sort } = search;
  const everywhere = marketSearch.parse({ q, sort });
  const words = wantedWords(q);
  if (words.length > 0) {
    const { events: found } = await listMarketEvents(everywhere, {});
    if (found.length > 0) return found.slice(0, nearestLength);
  }
  const { category } = search;
  const likely = words.length > 1 ? or(...words.map((word) => hasWords([word]))) : undefined;
  const alike = await selectMarketEvents(searchingDb())
    .where(and(onNow(), likely, category && eq(marketEvents.category, category)))
    .orderBy(asc(marketEvents.startsAt), asc(marketEvents.eventId))
    .limit(nearestLength);
  return alike;
}

function hasWords(words: readonly string[]): SQL {
  return beginWords(marketWords, words);
}

const marketWords = sql`${marketEvents.words}`;

type Keyset = {
  column: AnyPgColumn;
  down: boolean;
  valueOf: (event: MarketEvent) => number;
  /** The value of a cursor as the column has it. */
  asColumn: (value: number) => SQL;
};

const asMoment = (value: number) => sql`${new Date(value).toISOString()}::timestamptz`;

/** What each order goes by; the event's id decides between two that are the same. */
const keysets: Record<Sort, Keyset> = {
  soonest: {
    column: marketEvents.startsAt,
    down: false,
    valueOf: ({ startsAt }) => startsAt.getTime(),
    asColumn: asMoment,
  },
  cheapest: {
    column: marketEvents.fromWorth,
    down: false,
    valueOf: ({ fromWorth }) => fromWorth,
    asColumn: (value) => sql`${value}::bigint`,
  },
  newest: {
    column: marketEvents.listedAt,
    down: true,
    valueOf: ({ listedAt }) => listedAt.getTime(),
    asColumn: asMoment,
  },
};

/** A value and an id. The last moment that both can read is at the end of the year 9999. */
const cursorSchema = z.tuple([z.int().min(0).max(253_402_300_799_999), idSchema<"event">()]);

async function readPage(
  database: Database,
  search: MarketSearch,
  found: SQL | undefined,
  { after, before }: Place,
): Promise<Omit<MarketPage, "roughly">> {
  const { column, down, valueOf, asColumn } = keysets[search.sort];
  const back = after === undefined && before !== undefined;
  const cursor = decodeCursor(back ? before : after, cursorSchema);
  const backwards = back && cursor !== null;
  const descending = down !== backwards;
  const beyond =
    cursor &&
    sql`(${column}, ${marketEvents.eventId}) ${sql.raw(descending ? "<" : ">")} (${asColumn(cursor[0])}, ${cursor[1]}::uuid)`;
  const order = descending ? desc : asc;
  const rows = await selectMarketEvents(database)
    .where(and(onNow(), ...conditionsOf(search), found, beyond ?? undefined))
    .orderBy(order(column), order(marketEvents.eventId))
    .limit(pageLength + 1);
  if (cursor && rows.length === 0) return readPage(database, search, found, {}); // it is not of this search
  const more = rows.length > pageLength;
  const shown = rows.slice(0, pageLength);
  const page = backwards ? shown.toReversed() : shown;
  const [first, last] = [page.at(0), page.at(-1)];
  const at = (event: MarketEvent | undefined) =>
    event ? encodeCursor([valueOf(event), event.id]) : null;
  return {
    events: page,
    before: cursor && (backwards ? more : true) ? at(first) : null,
    after: backwards || more ? at(last) : null,
  };
}

function conditionsOf(search: MarketSearch): (SQL | undefined)[] {
  const { category, when, from, to, admits } = search;
  const [city, most] = [foldedCity(search), mostWorth(search)];
  return [
    category && eq(marketEvents.category, category),
    city === null ? undefined : eq(marketEvents.cityFolded, city),
    most === null ? undefined : lte(marketEvents.fromWorth, most),
    admits && sql`${marketEvents.admits} @> array[${admits}::int]`,
    when && atTime(when),
    from && fromDay(from),
    to && toDay(to),
  ].map((condition) => condition || undefined);
}

/** Of the event's own place: its day there, and the day that it is there now. */
const itsDay = sql`(${events.startsAt} at time zone ${events.timeZone})::date`;
const todayThere = sql`(${clock} at time zone ${events.timeZone})::date`;

/** A day of the place and the moments it can have anywhere: those are found by index. */
function fromDay(day: string): SQL {
  return sql`(${itsDay} >= ${day}::date and ${marketEvents.startsAt} >= ${day}::timestamp at time zone 'UTC' - interval '1 day')`;
}

function toDay(day: string): SQL {
  return sql`(${itsDay} <= ${day}::date and ${marketEvents.startsAt} < ${day}::timestamp at time zone 'UTC' + interval '2 days')`;
}

/** Today, at the event's place; the next Friday to Sunday, or what is left of it. */
export function atTime(when: Time): SQL {
  if (when === "tonight")
    return sql`(${itsDay} = ${todayThere} and ${marketEvents.startsAt} < ${clock} + interval '1 day')`;
  const friday = sql`(${todayThere} + 5 - extract(isodow from ${todayThere})::int)`;
  return sql`(${itsDay} between ${friday} and ${friday} + 2 and ${marketEvents.startsAt} < ${clock} + interval '8 days')`;
}
