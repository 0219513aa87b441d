import { and, asc, eq, notInArray, or, sql } from "drizzle-orm";
import { sentTogether } from "#db/sent-together.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { type EventId, newId } from "#kernel/ids.ts";
import { foldText } from "#kernel/text.ts";
import { wordsToFind } from "#kernel/words-to-find.ts";
import type { NewEvent } from "./event-fields.ts";
import { eventSlug } from "./event-slug.ts";

/**
 * Adds an event to the catalogue, or finds it there: one start, and what people would call the same title, venue
 * and city, is the same event, unless it is one of `others`. Two who add it at once take turns until the first has
 * committed.
 */
export async function createEvent(
  tx: Tx,
  event: NewEvent,
  others: EventId[] = [],
): Promise<EventId> {
  const folded = foldEvent(event);
  const { found } = await sentTogether({
    turn: takeTurns(tx, folded, event.startsAt),
    found: findSame(tx, folded, event, others), // begins when its turn has come
  });
  if (found) return found;
  const id = newId<"event">();
  const words = wordsToFind([event.title, event.venue, event.city]).join(" ");
  await tx.insert(events).values({ id, slug: eventSlug(event, id), ...event, ...folded, words });
  return id;
}

function foldEvent({ title, venue, city }: NewEvent) {
  return {
    titleFolded: foldText(title),
    venueFolded: foldText(venue),
    cityFolded: foldText(city),
  };
}

type Folded = ReturnType<typeof foldEvent>;

/** No unique index: rows from before the fold may be the same by it, and both have tickets. */
async function takeTurns(tx: Tx, folded: Folded, startsAt: Date): Promise<void> {
  const event = JSON.stringify([folded.titleFolded, folded.venueFolded, startsAt]);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${event}, 0))`);
}

/** Also one of the very same title and place, which is unique: its folds may be yet to be filled in. */
async function findSame(
  tx: Tx,
  folded: Folded,
  event: NewEvent,
  others: EventId[],
): Promise<EventId | undefined> {
  const byFold = and(
    eq(events.titleFolded, folded.titleFolded),
    eq(events.venueFolded, folded.venueFolded),
    eq(events.cityFolded, folded.cityFolded),
    eq(events.country, event.country),
    notInArray(events.id, others),
  );
  const byText = and(
    eq(events.title, event.title),
    eq(events.venue, event.venue),
    eq(events.city, event.city),
    eq(events.country, event.country),
  );
  const [found] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.startsAt, event.startsAt), or(byFold, byText)))
    .orderBy(asc(events.id))
    .limit(1);
  return found?.id;
}
