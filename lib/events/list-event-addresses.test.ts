import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { encodeCursor } from "#kernel/cursor.ts";
import { newId } from "#kernel/ids.ts";
import { anEvent, callOff } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import {
  listEventParts,
  listEventSlugs,
  selectPlaces,
  selectSlugs,
} from "./list-event-addresses.ts";

useDatabase();

/** Seven begin at each moment. */
async function plant(size: number): Promise<void> {
  const like = await anEvent();
  await db().execute(sql`
    insert into events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'slug', 'event-' || n || e.id,
      'title', 'Event ' || n, 'starts_at', e.starts_at + n / 7 * interval '1 hour'))).*
    from events e, generate_series(1, ${size}::int) as n where e.id = ${like}`);
}

test("nothing upcoming has no parts", async () => {
  const past = await anEvent({ startsAt: new Date("2020-01-01T20:00:00Z") });
  await callOff(await anEvent());
  expect(await listEventParts()).toEqual([]);
  const everything = encodeCursor(["2019-01-01T00:00:00Z", past]);
  expect(await listEventSlugs(everything)).toEqual([]);
});

test("in parts of any length, each upcoming event is in exactly one of them", async () => {
  await plant(100);
  for (const length of [1, 7, 33, 50, 101, 1000]) {
    const parts = await listEventParts(length);
    const slugs = await Promise.all(parts.map((part) => listEventSlugs(part, length)));
    expect(slugs.map((each) => (each?.length ?? 0) <= length)).not.toContain(false);
    expect(slugs.flat()).toHaveLength(101);
    expect(new Set(slugs.flat()).size).toBe(101);
    expect(parts).toHaveLength(Math.ceil(101 / length));
  }
});

test.each([
  "",
  "1",
  "nonsense",
  encodeCursor(["tomorrow", newId()]),
  encodeCursor(["2031-01-01T00:00:00+23:59", newId()]),
])("%j is no part", async (part) => {
  expect(await listEventSlugs(part)).toBeNull();
});

test("no part reads every event, and the last is found as the first is", async () => {
  await plant(4000);
  await db().execute(sql`analyze events`);
  const place = { startsAt: new Date(Date.now() + 40 * 86_400_000), id: newId() };
  for (const query of [selectPlaces(null), selectPlaces(place, 100), selectSlugs(place, 100)]) {
    const lines = [...(await db().execute(sql`explain ${query.getSQL()}`))];
    expect(lines.map((row) => Object.values(row).join()).join("\n")).not.toMatch(/Seq Scan/);
  }
});
