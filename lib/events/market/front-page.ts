import { and, asc, between, desc, inArray, sql } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import type { Category } from "#kernel/categories.ts";
import { atTime, type MarketEvent, onNow, selectMarketEvents } from "./list-market-events.ts";
import { sharedFor } from "#kernel/shared-for.ts";

/** In the order in which they stand on the page. */
export const frontSections = ["tonight", "weekend", "last-tickets", "just-listed", "soon"] as const;
export type FrontSection = (typeof frontSections)[number];

/** As many as stand in it, and as many as are read for it: what stands above is not repeated. */
const lengths: Record<FrontSection, number> = {
  tonight: 4,
  weekend: 4,
  "last-tickets": 4,
  "just-listed": 4,
  soon: 8,
};
const read = Object.values(lengths).reduce((sum, length) => sum + length, 0);

/** So few that one may be the last to get one. */
const fewTickets = 3;
/** Of so many that begin soonest: where none has few, all the others need not be looked through. */
const amongSoonest = 500;

/**
 * What the first page shows: sections of events, none twice, those that are empty left out; and how many events there
 * are of each category. The same for everybody, so it is read once for all who ask within moments.
 */
export const readFrontPage = sharedFor(400, async () => {
  const [found, counts] = await Promise.all([
    Promise.all(frontSections.map(readSection)),
    countByCategory(),
  ]);
  const shown = new Set<string>();
  const sections = frontSections.flatMap((name, index) => {
    const events = (found[index] ?? []).filter(({ id }) => !shown.has(id)).slice(0, lengths[name]);
    for (const { id } of events) shown.add(id);
    return events.length > 0 ? [{ name, events }] : [];
  });
  return { sections, counts };
});

function readSection(name: FrontSection): Promise<MarketEvent[]> {
  const select = selectMarketEvents(lookingDb());
  const soonest = [asc(marketEvents.startsAt), asc(marketEvents.eventId)];
  switch (name) {
    case "tonight":
    case "weekend":
      return select
        .where(and(onNow(), atTime(name)))
        .orderBy(...soonest)
        .limit(read);
    case "last-tickets":
      return select
        .where(and(onNow(), isAmongLast()))
        .orderBy(...soonest)
        .limit(read);
    case "just-listed":
      return select
        .where(onNow())
        .orderBy(desc(marketEvents.listedAt), desc(marketEvents.eventId))
        .limit(read);
    case "soon":
      return select
        .where(onNow())
        .orderBy(...soonest)
        .limit(read);
  }
}

/** Those are found first, by themselves: so few that each event is then read by its key. */
function isAmongLast() {
  const soonest = lookingDb()
    .select({ id: marketEvents.eventId, available: marketEvents.available })
    .from(marketEvents)
    .where(sql`${marketEvents.startsAt} > (select clock_timestamp())`)
    .orderBy(asc(marketEvents.startsAt), asc(marketEvents.eventId))
    .limit(amongSoonest)
    .as("soonest");
  const few = lookingDb()
    .select({ id: soonest.id })
    .from(soonest)
    .where(between(soonest.available, 1, fewTickets))
    .limit(read);
  return inArray(marketEvents.eventId, few);
}

/** Counting walks a whole index, and a count a few seconds old misleads nobody. */
export const countByCategory = sharedFor(5_000, async (): Promise<Map<Category, number>> => {
  const rows = await lookingDb()
    .select({ category: marketEvents.category, count: sql<number>`count(*)::int` })
    .from(marketEvents)
    .where(sql`${marketEvents.startsAt} > (select clock_timestamp())`)
    .groupBy(marketEvents.category);
  return new Map(rows.map(({ category, count }) => [category, count]));
});
