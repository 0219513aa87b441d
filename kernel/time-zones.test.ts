import { expect, test } from "vitest";
import { countries } from "./countries.ts";
import { listedTimeZones, timeZoneOf, timeZoneOfPlace, zonesOf } from "./time-zones.ts";

test.each([
  "Asia/Kolkata",
  "Europe/Kyiv",
  "America/Nuuk",
  "Asia/Ho_Chi_Minh",
  "America/Argentina/Buenos_Aires",
  "America/Indiana/Indianapolis",
  "Asia/Kathmandu",
  "UTC",
  "Europe/Amsterdam",
])("%s is a zone, and is listed", (zone) => {
  expect(timeZoneOf(zone)).toBe(zone);
  expect(listedTimeZones).toContain(zone);
});

test.each([
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["asia/kolkata", "Asia/Kolkata"],
  ["utc", "UTC"],
  ["America/New York", "America/New_York"],
  [" Europe/Zurich ", "Europe/Zurich"],
])("%s is kept as %s", (typed, kept) => expect(timeZoneOf(typed)).toBe(kept));

test("every name that the runtime accepts is accepted, listed or not", () => {
  for (const zone of [...listedTimeZones, "US/Eastern", "Etc/GMT+5", "GB", "Europe/Nicosia"]) {
    const kept = timeZoneOf(zone);
    expect(kept, zone).not.toBeNull();
    const rules = (name: string) =>
      new Date("2031-07-01T12:00Z").toLocaleString("en", { timeZone: name });
    expect(rules(kept ?? ""), zone).toBe(rules(zone));
  }
});

test.each([
  "",
  "Mars/Olympus",
  "+02:00",
  "-0500",
  "Europe",
  "'; drop table events",
  "Europe/Amsterdam\0",
])("%j names no zone", (typed) => expect(timeZoneOf(typed)).toBeNull());

test.each([
  ["NL", "Groningen", "Europe/Amsterdam"],
  ["IN", "Mumbai", "Asia/Kolkata"],
  ["DE", "Köln", "Europe/Berlin"],
  ["AR", "Rosario", "America/Argentina/Buenos_Aires"],
  ["US", "new york", "America/New_York"],
  ["US", "San Francisco", "America/Los_Angeles"],
  ["BR", "São Paulo", "America/Sao_Paulo"],
  ["CA", "MONTRÉAL", "America/Toronto"],
  ["PT", "Porto", "Europe/Lisbon"],
  ["US", "Springfield", null],
  ["ES", "Somewhere", null],
  ["ZZ", "Nowhere", null],
])("in %s, %s has the zone %s", (country, city, zone) => {
  expect(timeZoneOfPlace({ country, city })).toBe(zone);
});

test("every country where events may take place has zones, all of them listed", () => {
  for (const country of countries) {
    expect(zonesOf(country).length, country).toBeGreaterThan(0);
    expect(listedTimeZones).toEqual(expect.arrayContaining(zonesOf(country)));
  }
});
