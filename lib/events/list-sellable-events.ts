import { and, asc, type SQL, sql } from "drizzle-orm";
import { type Database, searchingDb } from "#db/client.ts";
import { wordsIn } from "#db/schema/columns.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { searchWords } from "#kernel/text-fields.ts";
import { wantedWords } from "#kernel/words-to-find.ts";
import { upcomingEvent } from "./event-state.ts";
import { beginWords, findMeanings, haveMeanings } from "./find-by-words.ts";

/** As many as a person reads through. */
const shown = 8;
const longestLine = 120;

/** An event that tickets may be offered for, as a seller tells it from others. */
export type SellableEvent = Awaited<ReturnType<typeof selectSellableEvents>>[number];

/**
 * Upcoming events of the catalogue that have every word of a line, soonest first, whether or not a ticket is offered
 * for them. Where there is none, those whose words are like them.
 */
export async function listSellableEvents(typed: string): Promise<SellableEvent[]> {
  const wanted = wantedWords(searchWords(typed, longestLine));
  if (wanted.length === 0) return [];
  const found = wordsIn(events.words);
  const exactly = await selectSellableEvents(searchingDb(), beginWords(found, wanted));
  if (exactly.length > 0) return exactly;
  const meanings = await findMeanings(searchingDb(), wanted);
  return meanings ? selectSellableEvents(searchingDb(), haveMeanings(found, meanings)) : [];
}

export function selectSellableEvents(runner: Database | Tx, which: SQL | undefined) {
  const { id, title, category, venue, city, startsAt, timeZone } = events;
  return runner
    .select({ id, title, category, venue, city, startsAt, timeZone })
    .from(events)
    .where(and(which, upcomingEvent(now)))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(shown);
}

/** The clock read once, so that an index is used. */
const now = sql`(select clock_timestamp())`;
