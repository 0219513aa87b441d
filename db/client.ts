import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { environment } from "#kernel/environment.ts";
import { patienceOf } from "./patience.ts";
import { patientClient } from "./patient-client.ts";

export type Database = PostgresJsDatabase;

type Opened = { database: Database; close: () => Promise<void> };

/**
 * How long, in milliseconds, a statement may wait or run before Postgres ends it. Each normally takes a few: one that
 * takes seconds is stuck behind another, and a person is waiting.
 */
export const sessionSettings = {
  lock_timeout: 3_000,
  statement_timeout: 4_000,
  idle_in_transaction_session_timeout: 15_000,
};

/**
 * How long this side waits for an answer, in milliseconds. A little longer than the server's own limit, so that a
 * server that is only slow ends the statement by itself; short enough to tell a person within five seconds.
 */
const answerMilliseconds = 4_500;

/**
 * Whether the address is that of a pooler in transaction mode: it ends in `?prepare=false`, which also tells the
 * driver to prepare nothing. Settings of a session do not last there, so `inTransaction` sets them each time.
 */
export function isPooled(url: string): boolean {
  return new URL(url).searchParams.get("prepare") === "false";
}

/**
 * In milliseconds: the server's own for a statement, and this side's for an answer and for a new connection. `alone`: a
 * statement has one process of the server's, however large the tables.
 */
type Limits = { statement: number; answer: number; connect: number; alone?: true };
const usualLimits: Limits = {
  statement: sessionSettings.statement_timeout,
  answer: answerMilliseconds,
  connect: 3_000,
};

/** Opens a pool of at most `max` connections. Nothing connects until the first query. */
export function openDatabase(url: string, max: number, limits = usualLimits): Opened {
  const patience = patienceOf(limits.answer, max);
  const settings = isPooled(url) ? {} : settingsOf(limits);
  const options = {
    max,
    idle_timeout: 30,
    connect_timeout: limits.connect / 1000,
    backoff: untilItIsBack,
    fetch_types: false, // the driver awaits that query nowhere: a backend killed during it would end the process
    onnotice: () => {},
    socket: patience.openSocket, // an option that the driver's types leave out
    connection: { application_name: "rowlock", ...settings },
  };
  const client = postgres(url, options);
  const database = drizzle(patientClient(client, patience));
  return { database, close: () => client.end({ timeout: 5 }) };
}

/** A zero is written out: the driver leaves out what counts as nothing. */
function settingsOf({ statement, alone }: Limits) {
  const settings = { ...sessionSettings, statement_timeout: statement };
  return alone ? { ...settings, max_parallel_workers_per_gather: "0" } : settings;
}

/** Seconds between tries to connect. The driver's own go up to 20, long after the database has come back. */
export function untilItIsBack(failures: number): number {
  return Math.min(failures * 0.05, 0.5);
}

// Next bundles this module more than once (pages, actions, routes): one pool per process all the same.
const holder = globalThis as typeof globalThis & {
  rowlockDatabase?: Opened;
  rowlockLooking?: Opened;
  rowlockSearching?: Opened;
  rowlockAsking?: Opened;
};

/** This process's pool, opened on first use from the environment. */
export function db(): Database {
  const { DATABASE_URL, DATABASE_POOL_MAX } = environment();
  holder.rowlockDatabase ??= openDatabase(DATABASE_URL, DATABASE_POOL_MAX);
  return holder.rowlockDatabase.database;
}

/** Looking: few connections, half the patience. Whatever looking costs, buying has its own pool. */
const lookingLimits: Limits = { statement: 2_000, answer: 2_500, connect: 2_000, alone: true };

/** The pool for pages that anybody may open as often as they like: lists and searches, nothing that decides. */
export function lookingDb(): Database {
  const { DATABASE_URL, DATABASE_POOL_MAX } = environment();
  const max = Math.ceil(DATABASE_POOL_MAX / 5);
  holder.rowlockLooking ??= openDatabase(DATABASE_URL, max, lookingLimits);
  return holder.rowlockLooking.database;
}

/**
 * One connection for what may read whole tables to find nothing: searches. They wait for each other, and for them
 * waits neither a list that an index answers nor whoever buys: the server's processors are shared, whatever the pool.
 */
export function searchingDb(): Database {
  holder.rowlockSearching ??= openDatabase(environment().DATABASE_URL, 1, lookingLimits);
  return holder.rowlockSearching.database;
}

/** A connection of its own to ask whether the database answers, which no load on the pools can keep waiting. */
const askingLimits: Limits = { statement: 1_000, answer: 1_000, connect: 1_000 };

export function askingDb(): Database {
  holder.rowlockAsking ??= openDatabase(environment().DATABASE_URL, 1, askingLimits);
  return holder.rowlockAsking.database;
}

export async function closeDatabase(): Promise<void> {
  const opened = [
    holder.rowlockDatabase,
    holder.rowlockLooking,
    holder.rowlockSearching,
    holder.rowlockAsking,
  ];
  delete holder.rowlockDatabase;
  delete holder.rowlockLooking;
  delete holder.rowlockSearching;
  delete holder.rowlockAsking;
  await Promise.all(opened.map(async (each) => each?.close()));
}
