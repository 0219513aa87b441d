import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#kernel/ids.ts";
import { anEvent, aTicket } from "#test/support/factories.ts";
import { bringToMarket } from "#test/support/market.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { testReadsWalkNo } from "#test/support/table-walks.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { listPlaces } from "./list-places.ts";
import { listSellableEvents } from "./list-sellable-events.ts";

const database = useDatabase();
const hour = 60 * 60 * 1000;

const titlesFound = async (typed: string) =>
  (await listSellableEvents(typed)).map(({ title }) => title);

describe("an event of the catalogue is found as it is typed", () => {
  const title = "Guns N’ Roses · Łódź 東京ドーム";
  beforeAll(async () => {
    const eventId = await anEvent({
      title,
      venue: "Sala d’Òpera",
      city: "Kraków",
      country: "PL",
    });
    await bringToMarket((await aTicket({ eventId })).id); // from then on, a misspelt word is recognized
  });

  test.each([
    "gu",
    "guns roses",
    "ROSES gun",
    "guns n' roses",
    "lodz krakow",
    "opera",
    "dopera",
    "東京",
    "ム",
    "rosse krakow",
    "guns kraków sala",
  ])("by %o", async (typed) => {
    expect(await titlesFound(typed)).toEqual([title]);
  });

  test.each([
    "",
    " ",
    "'",
    "%",
    "\\",
    "'; drop table events; --",
    "\u0000",
    "\uD800",
    "\u{10FFFF}",
    "()&|!:*<->",
    "qqqq zzzz",
    "x".repeat(10_000),
    "roses somewhere else entirely",
  ])("and nothing by %o", async (typed) => {
    expect(await titlesFound(typed)).toEqual([]);
  });
});

test("eight at most, soonest first, whether or not anybody offers a ticket", async () => {
  const name = newId();
  for (let count = 9; count > 0; count -= 1)
    await anEvent({ title: `${name} ${count}`, startsAt: new Date(Date.now() + count * hour) });
  expect(await titlesFound(name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${name} ${n}`));
});

test("what has begun or was called off is not found", async () => {
  const name = newId();
  await anEvent({ title: `${name} begins`, startsAt: new Date(Date.now() + 60_000) });
  await anEvent({ title: `${name} off`, cancelledAt: new Date() });
  expect(await titlesFound(name)).toEqual([`${name} begins`]);
  await passTime(61);
  expect(await titlesFound(name)).toEqual([]);
});

describe("in a large catalogue no table is walked", () => {
  beforeAll(async () => {
    await db().execute(sql`
      insert into events (id, slug, title, category, venue, city, city_folded, country, time_zone, starts_at, words)
      select gen_random_uuid(), 'e' || n, 'Evening ' || n, 'concert', 'Paradiso', 'City ' || n % 500, 'city ' || n % 500,
        'NL', 'Europe/Amsterdam', clock_timestamp() + n * interval '1 hour', 'evening word' || n || ' city'
      from generate_series(1, 20000) as n`);
    await db().execute(sql`
      insert into event_words (word, needed_until)
      select 'word' || n, clock_timestamp() + interval '1 year' from generate_series(1, 20000) as n`);
    await db().execute(sql`vacuum analyze events, event_words`);
  });

  const reads: [string, () => Promise<unknown>][] = [
    ["a word that all have", () => listSellableEvents("evening")],
    ["the beginning of one", () => listSellableEvents("ev")],
    ["a word that one has", () => listSellableEvents("word4711")],
    ["a word like another", () => listSellableEvents("evenign wrod4711")],
    ["a word that none has", () => listSellableEvents("qqqqqqqq")],
    ["the places of a city", () => listPlaces("City 77")],
    ["a city that is not there", () => listPlaces("Nowhere")],
  ];

  testReadsWalkNo(database, ["events", "event_words"], reads);
});
