import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "#db/client.ts";
import { waitFor } from "#stack/wait-for.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { readFrontPage } from "./front-page.ts";
import { listMarketEvents, listNearest, type Place } from "./list-market-events.ts";
import { marketSearch, sorts } from "./market-search.ts";

const database = useDatabase();
let watching: postgres.Sql;

beforeAll(async () => {
  await plantCatalogue();
  watching = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(() => watching.end());

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
  await db().execute(sql`vacuum analyze events, market_events`);
}

/** How often each table was read from its first row on, once no connection holds its count back. */
async function walks(): Promise<unknown> {
  await closeDatabase();
  const open = async () =>
    watching`select from pg_stat_activity where datname = current_database() and application_name = 'rowlock'`;
  await waitFor(async () => (await open()).length === 0, "the connections to be closed", 10_000);
  return [
    ...(await watching`
      select relname, seq_scan::int from pg_stat_user_tables
      where relname in ('tickets', 'events', 'market_events') order by relname`),
  ];
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

test.each(pages)("%s walks no table", async (_, read) => {
  await read(); // reads the clock of the test's database and whatever else is read once
  const before = await walks();
  await read();
  expect(await walks()).toEqual(before);
});

test("a walk is counted", async () => {
  const before = await walks();
  await db().execute(sql`select from market_events where available = 0`);
  expect(await walks()).not.toEqual(before);
});
