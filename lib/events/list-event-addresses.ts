import { and, asc, sql } from "drizzle-orm";
import { z } from "zod";
import { lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { idSchema } from "#kernel/ids.ts";
import { upcomingEvent } from "./event-state.ts";

/** The events of a part: by when they begin, from one of them on. Half a megabyte of addresses. */
const partLength = 10_000;
/** As many parts as one list of them may name, by https://www.sitemaps.org/protocol.html. */
const mostParts = 50_000;

type Place = { startsAt: Date; id: string };

/** Where each part of the upcoming events begins, as cursors. */
export async function listEventParts(length = partLength): Promise<string[]> {
  const parts: string[] = [];
  let [first] = await selectPlaces(null);
  while (first && parts.length < mostParts) {
    parts.push(encodeCursor([first.startsAt.toISOString(), first.id]));
    [first] = await selectPlaces(first, length);
  }
  return parts;
}

/** The slugs of a part's events that are upcoming still. Null for what is no part. */
export async function listEventSlugs(part: string, length = partLength): Promise<string[] | null> {
  const schema = z.tuple([z.iso.datetime(), idSchema<"event">()]);
  const place = decodeCursor(part, schema);
  if (!place) return null;
  const [startsAt, id] = place;
  const rows = await selectSlugs({ startsAt: new Date(startsAt), id }, length);
  return rows.map(({ slug }) => slug);
}

/** The row that comes `skipped` rows after `place`, which is one of them. */
export function selectPlaces(place: Place | null, skipped = 0) {
  return lookingDb()
    .select({ startsAt: events.startsAt, id: events.id })
    .from(events)
    .where(and(upcomingEvent(now), place ? from(place) : undefined))
    .orderBy(asc(events.startsAt), asc(events.id))
    .offset(skipped)
    .limit(1);
}

export function selectSlugs(place: Place, length: number) {
  return lookingDb()
    .select({ slug: events.slug })
    .from(events)
    .where(and(upcomingEvent(now), from(place)))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(length);
}

/** The clock read once, so that an index is used. */
const now = sql`(select clock_timestamp())`;

function from({ startsAt, id }: Place) {
  return sql`(${events.startsAt}, ${events.id}) >= (${startsAt.toISOString()}::timestamptz, ${id}::uuid)`;
}
