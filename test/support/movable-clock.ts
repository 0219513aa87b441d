import { sql } from "drizzle-orm";
import postgres from "postgres";
import { db } from "#db/client.ts";

/**
 * Test databases find this clock before Postgres' own. Tests move it instead of sleeping, and the code under test
 * reads it like the real one.
 */
const clock = `
  create schema testing;
  create table testing.clock (ahead interval not null);
  insert into testing.clock values ('0');
  create function testing.clock_timestamp() returns timestamptz language sql volatile as
    'select pg_catalog.clock_timestamp() + ahead from testing.clock'`;

/** A copy of a template does not inherit this setting: each database needs it set. */
export const searchPath = "testing, public, pg_catalog";

export async function installMovableClock(url: string): Promise<void> {
  const client = postgres(url, { max: 1 });
  await client.unsafe(clock);
  await client.end({ timeout: 5 });
}

type Follower = { advanceClock(seconds: number): unknown };
const followers = new Set<Follower>();
let ahead = 0;

/** Makes another clock, the Stripe sandbox's, move along with the database's. */
export function keepInStep(follower: Follower): void {
  followers.add(follower);
}

/** Lets time pass, for every connection and for transactions under way. Lasts until the test ends. */
export async function passTime(seconds: number): Promise<void> {
  ahead += seconds;
  await db().execute(sql`update testing.clock set ahead = make_interval(secs => ${ahead})`);
  for (const follower of followers) follower.advanceClock(seconds);
}

export async function setClockRight(): Promise<void> {
  if (ahead !== 0) await passTime(-ahead);
}
