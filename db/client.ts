import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { environment } from "#kernel/environment.ts";

export type Database = PostgresJsDatabase;

type Opened = { database: Database; close: () => Promise<void> };

/**
 * How long, in milliseconds, a statement may wait or run before Postgres ends it. Each normally takes a few: one that
 * takes seconds is stuck behind another, and a person is waiting.
 */
export const sessionSettings = {
  lock_timeout: 3_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 15_000,
};

/**
 * Whether the address is that of a pooler in transaction mode: it ends in `?prepare=false`, which also tells the
 * driver to prepare nothing. Settings of a session do not last there, so `inTransaction` sets them each time.
 */
export function isPooled(url: string): boolean {
  return new URL(url).searchParams.get("prepare") === "false";
}

/** Opens a pool of at most `max` connections. Nothing connects until the first query. */
export function openDatabase(url: string, max: number): Opened {
  const client = postgres(url, {
    max,
    idle_timeout: 30,
    connect_timeout: 5,
    backoff: untilItIsBack,
    fetch_types: false, // the driver awaits that query nowhere: a backend killed during it would end the process
    onnotice: () => {},
    connection: { application_name: "rowlock", ...(isPooled(url) ? {} : sessionSettings) },
  });
  return { database: drizzle(client), close: () => client.end({ timeout: 5 }) };
}

/** Seconds between tries to connect. The driver's own go up to 20, long after the database has come back. */
export function untilItIsBack(failures: number): number {
  return Math.min(failures * 0.05, 0.5);
}

// Next bundles this module more than once (pages, actions, routes): one pool per process all the same.
const holder = globalThis as typeof globalThis & { rowlockDatabase?: Opened };

/** This process's pool, opened on first use from the environment. */
export function db(): Database {
  const { DATABASE_URL, DATABASE_POOL_MAX } = environment();
  holder.rowlockDatabase ??= openDatabase(DATABASE_URL, DATABASE_POOL_MAX);
  return holder.rowlockDatabase.database;
}

export async function closeDatabase(): Promise<void> {
  const opened = holder.rowlockDatabase;
  delete holder.rowlockDatabase;
  await opened?.close();
}
