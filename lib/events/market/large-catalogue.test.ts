import { sql } from "drizzle-orm";
import { beforeAll } from "vitest";
import { db } from "#db/client.ts";
import { testReadsWalkNo } from "#test/support/table-walks.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { readFrontPage } from "./front-page.ts";
import { listMarketEvents, listNearest, type Place } from "./list-market-events.ts";
import { marketSearch, sorts } from "./market-search.ts";

const database = useDatabase();

beforeAll(plantCatalogue);

/** Straight into the tables: events for which people search by every filter there is. */
async function plantCatalogue(): Promise<void> {
  await db().execute(sql`
    insert into events (id, slug, title, category, venue, city, country, time_zone, starts_at)
    select gen_random_uuid(), 'e' || n, 'Evening ' || n, (array['concert', 'match', 'theatre'])[n % 3 + 1], 'Paradiso',
      'Amsterdam', 'NL', 'Europe/Amsterdam', clock_timestamp() + n * interval '1 hour'
    from generate_series(1, 8000) as n`);
  await db().execute(sql`
    insert into market_events (event_id, category, city_folded, starts_at, available, held, from_price, from_currency,
      from_worth, listed_at, admits, event_words, ticket_words)
    select id, category, 'city ' || n % 500, starts_at, n % 9 + 1, 0, 4500, 'eur', n, clock_timestamp() - n * interval '1 s',
      '{1}', 'evening word' || n, 'seat'
    from (select *, (row_number() over (order by starts_at))::int as n from events) as numbered`);
  await db().execute(sql`
    insert into event_words (word, needed_until)
    select 'word' || n, clock_timestamp() + interval '1 year' from generate_series(1, 20000) as n`);
  await db().execute(sql`vacuum analyze events, market_events, event_words`);
}

const search = (asked: Record<string, string>, place: Place = {}) =>
  listMarketEvents(marketSearch.parse(asked), place);

const pages: [string, () => Promise<unknown>][] = [
  ["the first page", readFrontPage],
  ...sorts.map(
    (sort) => [`all, ${sort}`, () => search({ sort })] satisfies [string, () => Promise<unknown>],
  ),
  ["a later page", async () => search({}, { after: (await search({})).after })],
  ["a category", () => search({ category: "match" })],
  ["a city", () => search({ city: "city 77" })],
  ["tonight", () => search({ when: "tonight" })],
  ["this weekend", () => search({ when: "weekend" })],
  ["days", () => search({ from: "2030-01-01", to: "2030-02-01" })],
  ["a price", () => search({ max: "30", sort: "cheapest" })],
  ["a word that one has", () => search({ q: "word4711" })],
  ["a word that all have", () => search({ q: "evening" })],
  ["a word like another", () => search({ q: "wodr4711" })],
  ["a word that none has", () => search({ q: "qqqqqqqq" })],
  ["what comes nearest", () => listNearest(marketSearch.parse({ q: "qqqq zzzz", city: "none" }))],
];

testReadsWalkNo(database, ["tickets", "events", "market_events", "event_words"], pages);
