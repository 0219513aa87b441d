import { expect, test } from "vitest";
import { readClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import { aUser } from "#test/support/factories.ts";
import { bringToMarket } from "#test/support/market.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { listMarketEvents, listNearest, type Place } from "./list-market-events.ts";
import { marketSearch, sorts } from "./market-search.ts";

useDatabase();

type Listed = { event: string; startsAt?: string; price?: string; admits?: string };

async function list({ event, ...rest }: Listed & Record<string, string>): Promise<void> {
  const listed = {
    event,
    category: "concert",
    venue: "Paradiso",
    city: "Amsterdam",
    country: "NL",
    timeZone: "Europe/Amsterdam",
    startsAt: "2031-05-04T20:30",
    title: "A seat",
    price: "45",
    admits: "1",
    ...rest,
  };
  await bringToMarket(await createTicket(await aUser(), createTicketInput.parse(listed)));
}

async function find(asked: Record<string, unknown>, place: Place = {}) {
  const { events, ...page } = await listMarketEvents(marketSearch.parse(asked), place);
  return { ...page, titles: events.map(({ title }) => title) };
}

const titles = async (asked: Record<string, unknown>) => (await find(asked)).titles;

async function manyEvents(count: number): Promise<string[]> {
  await db().delete(marketEvents);
  const names = Array.from(
    { length: count },
    (_, index) => `Act ${String(index).padStart(3, "0")}`,
  );
  for (const [index, event] of names.entries())
    await list({
      event,
      startsAt: `2031-06-${String((index % 28) + 1).padStart(2, "0")}T20:30`,
      price: String(20 + (index % 5)),
    });
  return names;
}

test("each page leads to the next and back, in every order, with nothing twice and nothing left out", async () => {
  const all = await manyEvents(60);
  for (const sort of sorts) {
    const pages = [];
    for (let after: string | null | undefined; after !== null;) {
      const page = await find({ sort }, { ...(after && { after }) });
      pages.push(page);
      after = page.after;
    }
    expect(pages.map((page) => page.titles.length)).toEqual([24, 24, 12]);
    expect(pages.flatMap((page) => page.titles).toSorted()).toEqual(all);
    expect(pages[0]?.before).toBeNull();
    const back = await find({ sort }, { before: pages[2]?.before });
    expect(back.titles).toEqual(pages[1]?.titles);
    expect((await find({ sort }, { before: back.before })).titles).toEqual(pages[0]?.titles);
  }
}, 60_000);

test("a filter finds what it says: category, city, days, price, how many people", async () => {
  await db().delete(marketEvents);
  await list({
    event: "A",
    category: "theatre",
    city: "Malmö",
    country: "SE",
    timeZone: "Europe/Stockholm",
    currency: "sek",
    price: "300",
  });
  await list({ event: "B", startsAt: "2031-05-06T00:30", price: "20", admits: "2" });
  expect(await titles({ category: "theatre" })).toEqual(["A"]);
  expect(await titles({ city: "malmo" })).toEqual(["A"]);
  expect(await titles({ from: "2031-05-06" })).toEqual(["B"]);
  expect(await titles({ to: "2031-05-05" })).toEqual(["A"]);
  expect(await titles({ from: "2031-05-06", to: "2031-05-06" })).toEqual(["B"]);
  expect(await titles({ max: "25" })).toEqual(["B"]);
  expect(await titles({ max: "350", currency: "sek" })).toEqual(["A", "B"]);
  expect(await titles({ admits: "2" })).toEqual(["B"]);
  expect(await titles({ q: "malmo a" })).toEqual(["A"]);
});

test("tonight and this weekend are those of the event's place", async () => {
  await db().delete(marketEvents);
  await list({ event: "Sunday in Amsterdam", startsAt: "2031-05-04T20:30" });
  await list({
    event: "Monday in Tokyo",
    startsAt: "2031-05-05T08:00", // it is Sunday yet in Amsterdam
    city: "Tokyo",
    country: "JP",
    timeZone: "Asia/Tokyo",
  });
  const moveTo = async (moment: string) =>
    passTime((Date.parse(moment) - (await readClock(db())).getTime()) / 1000);
  await moveTo("2031-04-28T12:00Z");
  expect(await titles({ when: "tonight" })).toEqual([]);
  expect(await titles({ when: "weekend" })).toEqual(["Sunday in Amsterdam"]);
  await moveTo("2031-05-04T14:00Z");
  expect(await titles({ when: "tonight" })).toEqual(["Sunday in Amsterdam"]);
  expect(await titles({ when: "weekend" })).toEqual(["Sunday in Amsterdam"]);
  await moveTo("2031-05-04T16:00Z"); // past midnight in Tokyo
  expect(await titles({ when: "tonight" })).toEqual(["Sunday in Amsterdam", "Monday in Tokyo"]);
  await moveTo("2031-05-04T19:00Z");
  expect(await titles({ when: "tonight" })).toEqual(["Monday in Tokyo"]);
  expect(await titles({})).toEqual(["Monday in Tokyo"]);
});

test("whatever stands in an address, there is an answer", async () => {
  await list({ event: "Something to find" });
  const all = await titles({});
  const odd = [
    "",
    "'",
    "%",
    "\\",
    "\u0000",
    "💥".repeat(5000),
    "x".repeat(10_000),
    ["a", "b"],
    {},
    "' or 1=1 --",
    "NaN",
    "-1",
    "2031-02-30",
    "1e999",
    "999999999999999999",
  ];
  for (const value of odd) {
    for (const name of [
      "category",
      "city",
      "when",
      "from",
      "to",
      "max",
      "currency",
      "admits",
      "sort",
    ])
      expect(
        Array.isArray(await titles({ [name]: value })),
        `${name} ${JSON.stringify(value).slice(0, 20)}`,
      ).toBe(true);
    expect(await find({}, { after: value })).toMatchObject({ titles: all });
    expect(await find({}, { before: value })).toMatchObject({ titles: all });
    await titles({ q: value });
  }
});

test("a cursor of another search, or of a place beyond the end, is a page of this one", async () => {
  const all = await manyEvents(30);
  const { after } = await find({ sort: "cheapest" });
  for (const sort of sorts)
    expect((await find({ sort }, { after })).titles.length).toBeGreaterThan(0);
  const beyond = Buffer.from(JSON.stringify([253_402_300_799_999, crypto.randomUUID()])).toString(
    "base64url",
  );
  expect((await find({}, { after: beyond })).titles).toEqual((await find({})).titles);
  expect(all).toHaveLength(30);
}, 30_000);

test("where nothing fits, the same words elsewhere come nearest, or else what is soon", async () => {
  await db().delete(marketEvents);
  await list({ event: "The Paper Lanterns" });
  const nearest = async (asked: Record<string, unknown>) =>
    (await listNearest(marketSearch.parse(asked))).map(({ title }) => title);
  expect(await nearest({ q: "paper", category: "match" })).toEqual(["The Paper Lanterns"]);
  expect(await nearest({ q: "paper nothing" })).toEqual(["The Paper Lanterns"]);
  expect(await nearest({ q: "qqqq", city: "Nowhere" })).toEqual(["The Paper Lanterns"]);
});
