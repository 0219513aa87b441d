import postgres from "postgres";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { findEventBySlug } from "#lib/events/find-event.ts";
import { readFrontPage } from "#lib/events/market/front-page.ts";
import { listMarketEvents, type Place } from "#lib/events/market/list-market-events.ts";
import { marketSearch, sorts } from "#lib/events/market/market-search.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";
import { listSoldPrices, readEventMarket } from "#lib/tickets/event-market.ts";
import { listTicketsOfEvent } from "#lib/tickets/list-tickets-of-event.ts";
import { quantile } from "../quantile.ts";
import type { Figure } from "../report-figures.ts";
import { firstWords, lastWords, plantLargeCatalogue } from "#stack/demo/plant-large-catalogue.ts";

const events = 20_000;
const tickets = 1_000_000;
/** Of each so many that the slowest of all is not the p99. */
const leastReadings = 120;
const laterPages = 120;
const allowedMilliseconds = 20;
const crowd = 2_000;
const allowedForEvent = 15;

/** Pages of searches over a million tickets, one at a time, as long as the database and the way to it take. */
export async function benchBrowse(databaseUrl: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_POOL_MAX: "10" });
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await plantLargeCatalogue(sql, events, tickets);
  while ((await refreshMarket()) > 0);
  await sql`vacuum analyze market_events, event_words`;
  const figures = [
    await pages("all, in each order", (round) => [{ sort: sorts[round % sorts.length] }]),
    await pages("by category and city", (round) => [
      { category: "concert" },
      { city: `city ${round}` },
      { category: "match", city: `city ${round}` },
    ]),
    await pages("by days, price, people", (round) => [
      { when: "weekend" },
      { from: "2027-03-01", to: "2027-03-09" },
      { max: "12", sort: "cheapest" },
      { admits: String((round % 4) + 1), sort: "newest" },
    ]),
    await pages("by words", (round) => [
      { q: wordsOf(round) },
      { q: firstWords[round % firstWords.length] },
      { q: `hall ${round} city` },
      { q: "block", category: "comedy" },
    ]),
    await pages("by words spelled wrong", (round) => [{ q: misspelt(wordsOf(round)) }]),
    await pages("by words that none has", () => [{ q: "nothing like it" }, { q: "zzzzzz" }]),
    await laterPage(),
    await figure("the first page", async () => void (await readFrontPage())),
    await crowdedEvent(sql),
  ];
  await Promise.all([sql.end(), closeDatabase(), closeWakeConnection()]);
  return figures;
}

function wordsOf(round: number): string {
  return `${lastWords[round % lastWords.length]} ${firstWords[(round * 7) % firstWords.length]}`;
}

function misspelt(words: string): string {
  return words.replace(/(?<=\w{3})\w/, "x");
}

async function pages(
  name: string,
  asked: (round: number) => Record<string, unknown>[],
): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; took.length < leastReadings; round += 1) {
    for (const each of asked(round)) {
      const search = marketSearch.parse(each);
      const started = performance.now();
      await listMarketEvents(search, {});
      if (round > 0) took.push(performance.now() - started); // the first connects
    }
  }
  return within(name, took);
}

/** One page after the other, as far as a patient person goes and farther. */
async function laterPage(): Promise<Figure> {
  const search = marketSearch.parse({});
  const took: number[] = [];
  let place: Place = {};
  for (let page = 0; page < laterPages; page += 1) {
    const started = performance.now();
    const { after } = await listMarketEvents(search, place);
    took.push(performance.now() - started);
    place = { after };
  }
  return within("a later page", took.slice(1));
}

async function figure(name: string, work: () => Promise<void>): Promise<Figure> {
  const took: number[] = [];
  for (let round = 0; round < leastReadings; round += 1) {
    const started = performance.now();
    await work();
    took.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, 410)); // until it is read anew
  }
  return within(name, took.slice(1));
}

/** All that the page of an event asks, with two thousand tickets on its market. */
async function crowdedEvent(sql: postgres.Sql): Promise<Figure> {
  const [event] = await sql`select id, slug from events order by starts_at desc limit 1`;
  await sql`
    insert into tickets (id, user_id, event_id, title, title_folded, price, currency, section, "row", seat)
    select gen_random_uuid(), user_id, ${event?.["id"]}, 'Seat', 'seat', 2000 + n, 'eur', 'Block ' || n % 40, n % 20, n
    from (select user_id from tickets limit 1) as one, generate_series(1, ${crowd}::int) as n`;
  await sql`vacuum analyze tickets`;
  const took: number[] = [];
  for (let round = 0; round < leastReadings; round += 1) {
    const started = performance.now();
    const found = await findEventBySlug(event?.["slug"]);
    if (!found) throw new Error("The event is not there.");
    const [market] = await Promise.all([readEventMarket(found.id), listSoldPrices(found.id)]);
    const { tickets: shown } = await listTicketsOfEvent(found, market, {
      section: null,
      admits: null,
    });
    if (shown.length === 0) throw new Error("The event has no tickets.");
    took.push(performance.now() - started);
  }
  return within(`an event of ${crowd} tickets`, took.slice(1), allowedForEvent);
}

function within(name: string, took: number[], allowed = allowedMilliseconds): Figure {
  const value = quantile(took, 0.99);
  const besides = { besides: allowed, besidesName: "allowed at p99" };
  return { name, unit: "ms", value, ...besides, ratio: allowed / value, limit: 1 };
}
