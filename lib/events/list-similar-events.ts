import { and, eq, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import type { NewEvent } from "./event-fields.ts";
import { upcomingEvent } from "./event-state.ts";
import { foldText } from "#kernel/text.ts";

/** A matinee and an evening, or the wrong date by a day, a time zone away. */
const nearMilliseconds = 36 * 60 * 60 * 1000;
/** As many as are compared: those of one title that begin nearest. */
const compared = 500;
/** As many as a person reads through. */
const shown = 8;

/** Upcoming events of this title, as people would read it, soonest first. */
export function listEventsTitled(tx: Tx, title: string) {
  return tx.select().from(events).where(isTitled(title)).orderBy(events.startsAt).limit(shown);
}

/**
 * Upcoming events that one described may be: of the same title, as people would read it, and near in place or date.
 * Those that begin nearest to it come first.
 */
export async function listSimilarEvents(tx: Tx, described: NewEvent) {
  const city = foldText(described.city);
  const distance = sql`abs(extract(epoch from ${events.startsAt} - ${described.startsAt.toISOString()}::timestamptz))`;
  const titled = await tx
    .select()
    .from(events)
    .where(isTitled(described.title))
    .orderBy(distance)
    .limit(compared);
  const isNear = (event: (typeof titled)[number]) =>
    Math.abs(event.startsAt.getTime() - described.startsAt.getTime()) <= nearMilliseconds ||
    foldText(event.city) === city;
  return titled.filter(isNear).slice(0, shown);
}

function isTitled(title: string) {
  return and(eq(events.titleFolded, foldText(title)), upcomingEvent());
}
