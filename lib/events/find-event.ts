import { eq, getTableColumns } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { databaseClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { parseId } from "#kernel/ids.ts";
import { eventState } from "./event-state.ts";

/** The event of an address, with its state by the database's clock, and `at`, when that was. */
export async function findEventBySlug(slug: string) {
  if (isUnreadable(slug)) return null;
  const columns = getTableColumns(events);
  const [found] = await lookingDb()
    .select({ event: columns, at: databaseClock })
    .from(events)
    .where(isNamed(slug));
  if (!found) return null;
  const { event, at } = found;
  return { ...event, state: eventState(event, at), at };
}

export type FoundEvent = NonNullable<Awaited<ReturnType<typeof findEventBySlug>>>;

/** The event that a form names, by its id or its slug, and `at`, when that was by the database's clock. */
export async function findNamedEvent(tx: Tx, name: string) {
  if (isUnreadable(name)) return null;
  const columns = getTableColumns(events);
  const [found] = await tx
    .select({ event: columns, at: databaseClock })
    .from(events)
    .where(isNamed(name));
  return found ?? null;
}

/** Postgres takes no NUL. */
function isUnreadable(name: string): boolean {
  return /\p{Cc}/u.test(name);
}

function isNamed(name: string) {
  const id = parseId<"event">(name);
  return id ? eq(events.id, id) : eq(events.slug, name);
}

/** The upcoming event that an address names. */
export async function findSellable(slug: string) {
  const event = await findEventBySlug(slug);
  return event?.state === "upcoming" ? event : null;
}
