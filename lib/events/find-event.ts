import { asc, eq } from "drizzle-orm";
import { type Database, db, lookingDb } from "#db/client.ts";
import { readClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { parseId } from "#kernel/ids.ts";
import { eventState, upcomingEvent } from "./event-state.ts";

/** The event of an address, with its state by the database's clock. */
export async function findEventBySlug(slug: string) {
  const event = await findNamedEvent(db(), slug);
  return event && { ...event, state: eventState(event, await readClock(db())) };
}

/** The event that a form or an address names, by its id or its slug. */
export async function findNamedEvent(runner: Database | Tx, name: string) {
  if (/\p{Cc}/u.test(name)) return null; // Postgres takes no NUL
  const id = parseId<"event">(name);
  const named = id ? eq(events.id, id) : eq(events.slug, name);
  const [event] = await runner.select().from(events).where(named);
  return event ?? null;
}

/** The upcoming event that an address names. */
export async function findSellable(slug: string) {
  const event = await findEventBySlug(slug);
  return event?.state === "upcoming" ? event : null;
}

/** The events that have yet to begin, soonest first. */
export async function listUpcomingEvents(limit = 200) {
  return lookingDb()
    .select()
    .from(events)
    .where(upcomingEvent())
    .orderBy(asc(events.startsAt))
    .limit(limit);
}
