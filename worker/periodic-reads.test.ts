import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, db } from "#db/client.ts";
import { readHealth } from "#lib/operations/read-health.ts";
import { waitFor } from "#stack/wait-for.ts";
import { plantLargeMarket } from "#test/support/large-market.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { jobQueue, useJobs } from "#test/support/use-jobs.ts";
import { useStripe } from "#test/support/use-stripe.ts";
import { relayOutbox } from "./relay-outbox.ts";
import { schedule } from "./schedule.ts";

const database = useDatabase();
useStripe();
useJobs();

const size = 12_000;
let watching: postgres.Sql;
beforeAll(async () => {
  await plantLargeMarket(size);
  watching = postgres(database.url, { max: 1, onnotice: () => {} });
});
afterAll(() => watching.end());

/** By design it reads whole tables; how often, and how they grow, is a matter of its own. */
const readsEverything = ["watch-invariants"];

const periodic = [
  ...schedule.filter(({ name }) => !readsEverything.includes(name)),
  { name: "relay", run: () => relayOutbox(jobQueue()) },
  { name: "health", run: () => readHealth() },
];

/** Rows of our tables and entries of their indexes that were read so far, once no connection holds its count back. */
async function rowsRead(): Promise<number> {
  await closeDatabase();
  const open = async () =>
    (
      await watching`select from pg_stat_activity where datname = current_database() and application_name = 'rowlock'`
    ).length;
  await waitFor(async () => (await open()) === 0, "the connections to be closed", 10_000);
  const [read] = await watching<{ rows: number }[]>`
    select (select sum(seq_tup_read) from pg_stat_user_tables where relname = any(${tables}))::int
      + (select sum(idx_tup_read) from pg_stat_user_indexes where relname = any(${tables}))::int as rows`;
  if (!read) throw new Error("Postgres counts nothing.");
  return read.rows;
}
const tables = ["tickets", "orders", "charges", "refunds", "outbox", "stripe_events", "events"];

test.each(periodic)(
  "$name reads no more than it finds, however large the market",
  async ({ run }) => {
    const before = await rowsRead();
    await run();
    expect((await rowsRead()) - before).toBeLessThan(100);
  },
);

test("the same is counted of a query that reads a table", async () => {
  const before = await rowsRead();
  await readAllOrders();
  expect((await rowsRead()) - before).toBeGreaterThanOrEqual(size);
});

async function readAllOrders(): Promise<void> {
  await db().execute(sql`select from orders where expires_at < clock_timestamp()`);
}
