import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { runProgram } from "#test/support/run-program.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { type Database, openDatabase } from "./client.ts";
import { sqlState } from "./sql-state.ts";
import type { Tx } from "./transaction.ts";

const database = useDatabase();
/** One connection: whatever is sent next is sent on what took the place of the lost one. */
let pool: { database: Database; close: () => Promise<void> };
let admin: postgres.Sql;

beforeAll(async () => {
  pool = openDatabase(database.url, 1);
  admin = postgres(database.url, { max: 1, onnotice: () => {} });
  await admin`create table written (what text)`;
});
beforeEach(async () => {
  await admin`truncate written`;
  await reconnect();
});
afterAll(() => Promise.all([pool.close(), admin.end()]));

const write = (tx: Tx, what: string) => tx.execute(sql`insert into written values (${what})`);
const written = () => admin`select what from written`.then((rows) => rows.map(({ what }) => what));
const codeOf = (attempt: PromiseLike<unknown>) =>
  attempt.then(
    () => "done",
    (error: unknown) => sqlState(error),
  );

/** Kills the backend of a transaction that waits for nothing, and has the pool open another connection. */
async function loseConnection(): Promise<void> {
  await kill();
  await reconnect();
}

async function kill(): Promise<void> {
  await admin`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name = 'rowlock'`;
}

async function reconnect(): Promise<void> {
  while ((await codeOf(pool.database.execute(sql`select 1`))) !== "done");
}

test("what a transaction says after its connection was lost is sent on no other", async () => {
  let late: string | undefined;
  const work = pool.database.transaction(async (tx) => {
    await write(tx, "before");
    await loseConnection();
    late = await codeOf(write(tx, "after"));
  });
  expect(await codeOf(work)).toBe("CONNECTION_CLOSED");
  await expect.poll(() => late).toBe("CONNECTION_CLOSED");
  expect(await written()).toEqual([]);
});

test("a transaction that lost its connection is not told to have committed", async () => {
  const work = pool.database.transaction(async (tx) => {
    await write(tx, "before");
    await loseConnection();
  });
  expect(await codeOf(work)).toBe("CONNECTION_CLOSED");
  expect(await written()).toEqual([]);
});

test("a savepoint is lost with its transaction", async () => {
  let late: string | undefined;
  const work = pool.database.transaction(async (tx) => {
    await tx.transaction(async (savepoint) => {
      await write(savepoint, "before");
      await loseConnection();
      late = await codeOf(write(savepoint, "after"));
    });
  });
  expect(await codeOf(work)).toBe("CONNECTION_CLOSED");
  await expect.poll(() => late).toBe("CONNECTION_CLOSED");
  expect(await written()).toEqual([]);
});

test("every statement that waits for a lost connection is answered", async () => {
  const work = pool.database.transaction(async (tx) => {
    await write(tx, "before");
    const waiting = Array.from({ length: 300 }, () => codeOf(tx.execute(sql`select pg_sleep(1)`)));
    await kill();
    return Promise.all(waiting);
  });
  expect(await codeOf(work)).toMatch(/^(CONNECTION_CLOSED|57P01)$/);
});

test("a transaction that has ended cannot be used any more", async () => {
  let leaked: Tx | undefined;
  await pool.database.transaction(async (tx) => {
    await write(tx, "within");
    leaked = tx;
  });
  expect(leaked && (await codeOf(write(leaked, "after")))).toBe("TRANSACTION_ENDED");
  expect(await written()).toEqual(["within"]);
});

test("under kills and pauses none of many transactions is done in part, told wrongly, or never answered", async () => {
  const ended = await runProgram("lose-connections.ts", { DATABASE_URL: database.url });
  expect(ended).toMatchObject({ exitCode: 0, errors: "" });
  const { killed, committed, failed, ...wrong } = JSON.parse(ended.output);
  expect(wrong).toEqual({ partial: 0, lost: 0, wronglyFailed: 0, unanswered: 0 });
  expect(killed, "backends were killed between two statements").toBeGreaterThan(20);
  expect(Math.min(committed, failed)).toBeGreaterThan(0);
});
