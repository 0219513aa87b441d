import { expect, test } from "vitest";
import { countries } from "#kernel/countries.ts";
import { zonesOf } from "#kernel/time-zones.ts";
import { proposedCountry, proposedZone } from "./proposed-zone.ts";

const all = countries.map((code) => ({ code, name: code, timeZones: zonesOf(code) }));
const marfa = [{ country: "US", timeZone: "America/Chicago" }];

test.each([
  ["Amsterdam", "NL", null],
  ["Oslo", "NL", "NO"],
  ["zürich", "NL", "CH"],
  ["SÃO PAULO", "NL", "BR"],
  ["Oslo", "NO", null],
  ["Nowhere", "NL", null],
  ["", "NL", null],
])("%s in %s: %o", (city, country, proposed) => {
  expect(proposedCountry({ city, country }, all, [])).toBe(proposed);
});

test("the catalogue knows better than names of zones, and says nothing against a country it knows", () => {
  expect(proposedCountry({ city: "Marfa", country: "NL" }, all, marfa)).toBe("US");
  expect(proposedCountry({ city: "Oslo", country: "US" }, all, marfa)).toBeNull();
});

test.each([
  [{ city: "Anywhere", country: "NL" }, [], "Europe/Amsterdam"],
  [{ city: "Houston", country: "US" }, [], "America/Chicago"],
  [{ city: "Marfa", country: "US" }, [], null],
  [{ city: "Marfa", country: "US" }, marfa, "America/Chicago"],
  [{ city: "Marfa", country: "MX" }, marfa, null],
])("%o, known: %o", (place, known, zone) => {
  expect(proposedZone(place, all, known)).toBe(zone);
});
