import { and, asc, eq, gte, lt } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import { foldText } from "#kernel/text.ts";
import { listMarketEvents, type MarketEvent, onNow } from "./list-market-events.ts";
import { marketSearch } from "./market-search.ts";

const mostEvents = 6;
const mostCities = 3;
/** Rows of the index that are looked at: a city with many events is one city. */
const lookedAt = 200;
/** Behind every text that begins with what stands before it. */
const last = "\u{10FFFF}";

export type Suggestions = { events: MarketEvent[]; cities: string[] };

/** What somebody who is typing may be looking for: events by their words, and cities by how they begin. */
export async function suggest(typed: string): Promise<Suggestions> {
  const search = marketSearch.parse({ q: typed });
  if (search.q === "") return { events: [], cities: [] };
  const [found, cities] = await Promise.all([
    listMarketEvents(search, {}),
    citiesThatBegin(foldText(search.q)),
  ]);
  return { events: found.events.slice(0, mostEvents), cities };
}

async function citiesThatBegin(folded: string): Promise<string[]> {
  const rows = await lookingDb()
    .select({ city: events.city, folded: marketEvents.cityFolded })
    .from(marketEvents)
    .innerJoin(events, eq(events.id, marketEvents.eventId))
    .where(
      and(
        gte(marketEvents.cityFolded, folded),
        lt(marketEvents.cityFolded, `${folded}${last}`),
        onNow(),
      ),
    )
    .orderBy(asc(marketEvents.cityFolded))
    .limit(lookedAt);
  const names = new Map(rows.toReversed().map((row) => [row.folded, row.city]));
  return [...names.values()].toReversed().slice(0, mostCities);
}
