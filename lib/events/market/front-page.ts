import { and, asc, between, desc, eq, inArray, sql } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import type { Category } from "#kernel/categories.ts";
import type { EventId } from "#kernel/ids.ts";
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
  const [sections, counts] = await Promise.all([readSections(), countByCategory()]);
  return { sections, counts };
});

/** First which events, then what lists say of those that are shown. */
async function readSections(): Promise<{ name: FrontSection; events: MarketEvent[] }[]> {
  const found = await findEvents();
  const shown = new Set<EventId>();
  const chosen = frontSections.map((name) => {
    const ids = found[name].filter((id) => !shown.has(id)).slice(0, lengths[name]);
    for (const id of ids) shown.add(id);
    return { name, ids };
  });
  if (shown.size === 0) return [];
  const events = await selectMarketEvents(lookingDb()).where(
    and(onNow(), inArray(marketEvents.eventId, [...shown])),
  );
  const byId = new Map(events.map((event) => [event.id, event]));
  return chosen
    .map(({ name, ids }) => ({ name, events: ids.flatMap((id) => byId.get(id) ?? []) }))
    .filter((section) => section.events.length > 0);
}

/** The events of all sections in one statement, each section in its order. */
async function findEvents(): Promise<Record<FrontSection, EventId[]>> {
  const sections = frontSections.map(
    (name) => sql`to_jsonb(array(${findSection(name)})) as ${sql.identifier(name)}`,
  );
  const [found] = await lookingDb().execute<Record<FrontSection, EventId[]>>(
    sql`select ${sql.join(sections, sql`, `)}`,
  );
  if (!found) throw new Error("The first page has sections.");
  return found;
}

function findSection(name: FrontSection) {
  const select = lookingDb()
    .select({ id: marketEvents.eventId })
    .from(marketEvents)
    .innerJoin(events, eq(events.id, marketEvents.eventId))
    .where(and(onNow(), conditionOf(name)))
    .limit(read);
  return name === "just-listed"
    ? select.orderBy(desc(marketEvents.listedAt), desc(marketEvents.eventId))
    : select.orderBy(asc(marketEvents.startsAt), asc(marketEvents.eventId));
}

function conditionOf(name: FrontSection) {
  if (name === "tonight" || name === "weekend") return atTime(name);
  return name === "last-tickets" ? isAmongLast() : undefined;
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
export const countByCategory = sharedFor(5_000, readCounts, { lingers: 60_000 });

async function readCounts(): Promise<Map<Category, number>> {
  const rows = await lookingDb()
    .select({ category: marketEvents.category, count: sql<number>`count(*)::int` })
    .from(marketEvents)
    .where(sql`${marketEvents.startsAt} > (select clock_timestamp())`)
    .groupBy(marketEvents.category);
  return new Map(rows.map(({ category, count }) => [category, count]));
}
