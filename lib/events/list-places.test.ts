import { expect, test } from "vitest";
import { anEvent } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { newEventInput } from "./event-fields.ts";
import { listPlaces } from "./list-places.ts";

useDatabase();

const marfa = { city: "Marfa", country: "US", timeZone: "America/Chicago" };

test("a city is known by its events: the country with the most first, and the zone that most have said", async () => {
  for (let count = 0; count < 2; count += 1) await anEvent(marfa);
  await anEvent({ ...marfa, timeZone: "America/Denver" });
  await anEvent({ city: "MARFÁ", country: "MX", timeZone: "America/Mexico_City" });
  expect(await listPlaces(" marfa ")).toEqual([
    { country: "US", timeZone: "America/Chicago" },
    { country: "MX", timeZone: "America/Mexico_City" },
  ]);
});

test("a zone that is none of its country is not believed, however often it was said", async () => {
  for (let count = 0; count < 3; count += 1)
    await anEvent({ city: "Alpine", country: "US", timeZone: "Asia/Tokyo" });
  expect(await listPlaces("Alpine")).toEqual([]);
  await anEvent({ city: "Alpine", country: "US", timeZone: "America/Chicago" });
  expect(await listPlaces("Alpine")).toEqual([{ country: "US", timeZone: "America/Chicago" }]);
});

test.each(["", " ", "\u0000", "\u202e", "x".repeat(10_000), "'; drop table events; --"])(
  "no city: %o",
  async (city) => expect(await listPlaces(city)).toEqual([]),
);

const described = { title: "A night", category: "concert", venue: "A hall", city: "Nowhere" };
const typed = { ...described, country: "US", timeZone: "", startsAt: "2031-05-17T20:30" };

test("what the catalogue knows settles a doubt, and overrules neither the country's only zone nor the seller", () => {
  const zoneIn = (given: Partial<typeof typed>, known: string) => {
    const places = [{ country: given.country ?? "US", timeZone: known }];
    return newEventInput(new Date(), places).parse({ ...typed, ...given }).timeZone;
  };
  expect(zoneIn({}, "America/Denver")).toBe("America/Denver");
  expect(zoneIn({ city: "Houston" }, "America/Denver")).toBe("America/Chicago");
  expect(zoneIn({ country: "NL" }, "America/Denver")).toBe("Europe/Amsterdam");
  expect(zoneIn({ timeZone: "America/Boise" }, "America/Denver")).toBe("America/Boise");
  const elsewhere = newEventInput(new Date(), [{ country: "MX", timeZone: "America/Tijuana" }]);
  expect(elsewhere.safeParse(typed).error?.issues[0]?.path).toEqual(["timeZone"]);
});
