import { expect, test } from "vitest";
import type { FoundEvent } from "#lib/events/find-event.ts";
import { newId } from "#kernel/ids.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";
import { eventMetadata } from "./event-metadata.ts";
import { breadcrumbData, eventData, withOffset } from "./structured-data.ts";
import { scriptText } from "./structured-facts.tsx";

const event: FoundEvent = {
  id: newId<"event">(),
  slug: "the-long-now",
  title: "The Long Now",
  category: "concert",
  venue: "Paradiso",
  city: "Amsterdam",
  country: "NL",
  timeZone: "Europe/Amsterdam",
  startsAt: new Date("2031-05-17T18:30:00.000Z"),
  cancelledAt: null,
  titleFolded: null,
  venueFolded: null,
  cityFolded: null,
  words: null,
  state: "upcoming",
  at: new Date("2026-11-25T21:00:00.000Z"),
};
const market: EventMarket = {
  available: 12,
  held: 3,
  lowest: [{ amount: 4200, currency: "eur" }],
  sections: [],
  admits: [],
};
const home = "https://rowlock.example";

test("an event is told as schema.org has it: when, where, whether, and from which price", () => {
  expect(eventData(event, market, home)).toMatchObject({
    "@type": "Event",
    name: "The Long Now",
    url: `${home}/events/the-long-now`,
    startDate: "2031-05-17T20:30:00+02:00",
    eventStatus: "https://schema.org/EventScheduled",
    location: {
      name: "Paradiso",
      address: { addressLocality: "Amsterdam", addressCountry: "NL" },
    },
    offers: [
      {
        "@type": "AggregateOffer",
        lowPrice: "42.00",
        priceCurrency: "EUR",
        offerCount: 12,
        availability: "https://schema.org/InStock",
      },
    ],
  });
});

test("called off it is cancelled; what is not for sale is no offer; a price has its currency's decimals", () => {
  const off = eventData({ ...event, state: "called-off" }, null, home);
  expect(off).toMatchObject({ eventStatus: "https://schema.org/EventCancelled", offers: [] });
  expect(eventData(event, { ...market, available: 0 }, home).offers).toEqual([]);
  const lowest: EventMarket["lowest"] = [
    { amount: 4200, currency: "eur" },
    { amount: 500, currency: "jpy" },
  ];
  const { offers } = eventData(event, { ...market, lowest }, home);
  expect(offers.map(({ lowPrice, priceCurrency }) => `${lowPrice} ${priceCurrency}`)).toEqual([
    "42.00 EUR",
    "500 JPY",
  ]);
});

test.each([
  ["Europe/London", "2031-01-17T20:30:00+00:00"],
  ["Asia/Kathmandu", "2031-01-18T02:15:00+05:45"],
  ["America/New_York", "2031-01-17T15:30:00-05:00"],
  ["UTC", "2031-01-17T20:30:00+00:00"],
])("a moment in %s has the distance of its clocks from UTC", (zone, written) => {
  const at = new Date("2031-01-17T20:30:00.000Z");
  expect(withOffset(at, zone)).toBe(written);
  expect(new Date(withOffset(at, zone))).toEqual(at);
});

test("the trail leads from all events to this one", () => {
  const { itemListElement } = breadcrumbData(event, home);
  expect(itemListElement.map(({ position, item }) => `${position} ${item}`)).toEqual([
    `1 ${home}/`,
    `2 ${home}/?category=concert`,
    `3 ${home}/events/the-long-now`,
  ]);
});

test("no event is called so that its data would end the script it is in", () => {
  const title = '</script><script>alert(1)</script><!-- "\u2028';
  const text = scriptText(eventData({ ...event, title }, market, home));
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toMatchObject({ name: title });
});

test("every page of an event is one address to those who find or share it", () => {
  const { alternates, openGraph, description } = eventMetadata(event, market);
  expect(alternates).toEqual({ canonical: "/events/the-long-now" });
  expect(openGraph).toMatchObject({ title: "The Long Now", url: "/events/the-long-now" });
  expect(description).toContain("17 May 2031, 20:30");
  expect(description).toContain("from €42,");
  expect(eventMetadata({ ...event, state: "called-off" }, null).description).toMatch(
    /called off\.$/,
  );
});
