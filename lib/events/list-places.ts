import { count, desc, eq } from "drizzle-orm";
import { type Database, lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { foldText } from "#kernel/text.ts";
import { cityLine, type Place } from "./event-fields.ts";
import { zonesOf } from "#kernel/time-zones.ts";

/** Rows of the index that are looked at: as many events of one city say enough of it. */
const lookedAt = 200;

/**
 * The countries in which the catalogue has a city of this name, those with the most events first, and the zone of each.
 * Sellers wrote it: what is no zone of its country is left out, and of several the one that most have said counts.
 */
export async function listPlaces(
  city: string,
  runner: Database | Tx = lookingDb(),
): Promise<Place[]> {
  const line = cityLine.safeParse(city);
  if (!line.success) return [];
  const there = runner
    .select({ country: events.country, timeZone: events.timeZone })
    .from(events)
    .where(eq(events.cityFolded, foldText(line.data)))
    .limit(lookedAt)
    .as("there");
  const said: Place[] = await runner
    .select({ country: there.country, timeZone: there.timeZone })
    .from(there)
    .groupBy(there.country, there.timeZone)
    .orderBy(desc(count()), there.country, there.timeZone);
  const sound = said.filter(({ country, timeZone }) => zonesOf(country).includes(timeZone));
  const countries = sound.map(({ country }) => country);
  return sound.filter(({ country }, index) => countries.indexOf(country) === index);
}
