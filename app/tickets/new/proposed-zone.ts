import type { Place } from "#lib/events/event-fields.ts";
import { isNamedAfter, timeZoneOfPlace } from "#kernel/time-zones.ts";

export type Country = { code: string; name: string; timeZones: string[] };

/** The zone that a place proposes, which is what the server finds too: by itself, or as the catalogue knows the city. */
export function proposedZone(
  place: { city: string; country: string },
  countries: Country[],
  known: readonly Place[],
): string | null {
  const own = countries.find(({ code }) => code === place.country)?.timeZones ?? [];
  const there = known.find(({ country }) => country === place.country);
  return timeZoneOfPlace(place, own) ?? there?.timeZone ?? null;
}

/**
 * The country that a city is in, if it is another than the one said: as the catalogue knows the city, or else as a zone
 * is named after it. Null where neither knows, or it is in several.
 */
export function proposedCountry(
  { city, country }: { city: string; country: string },
  countries: Country[],
  known: readonly Place[],
): string | null {
  const named = countries.filter(({ timeZones }) =>
    timeZones.some((zone) => isNamedAfter(zone, city)),
  );
  const likely =
    known.length > 0 ? known.map((each) => each.country) : named.map(({ code }) => code);
  const [first, another] = likely;
  if (!first || likely.includes(country)) return null;
  return known.length > 0 || !another ? first : null;
}
