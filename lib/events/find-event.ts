import { eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { type Database, lookingDb } from "#db/client.ts";
import { databaseClock } from "#db/clock.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { parseId } from "#kernel/ids.ts";
import { eventState } from "./event-state.ts";

/** The event of an address, with its state by the database's clock, and `at`, when that was. */
export async function findEventBySlug(slug: string) {
  const found = await findNamedEvent(lookingDb(), slug);
  if (!found) return null;
  const { event, at } = found;
  return { ...event, state: eventState(event, at), at };
}

export type FoundEvent = NonNullable<Awaited<ReturnType<typeof findEventBySlug>>>;

/** Postgres takes no NUL. */
const unreadable = /\p{Cc}/u;

/** The event that a form or an address names, by its id or its slug, and `at`, when that was by the database's clock. */
export async function findNamedEvent(runner: Database | Tx, name: string) {
  if (unreadable.test(name)) return null;
  const id = parseId<"event">(name);
  const [found] = id ? await selectById(runner, { id }) : await selectBySlug(runner, { name });
  return found ?? null;
}

const selectById = prepared((database) => select(database, eq(events.id, sql.placeholder("id"))));
const selectBySlug = prepared((database) =>
  select(database, eq(events.slug, sql.placeholder("name"))),
);

function select(database: Database, isNamed: SQL) {
  return database
    .select({ event: getTableColumns(events), at: databaseClock })
    .from(events)
    .where(isNamed);
}

/** The upcoming event that an address names. */
export async function findSellable(slug: string) {
  const event = await findEventBySlug(slug);
  return event?.state === "upcoming" ? event : null;
}
