import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { readHealth } from "#lib/operations/read-health.ts";
import { recordHeartbeat } from "#lib/operations/record-heartbeat.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { aRequest, aTicket, aUser, someUsers } from "#test/support/factories.ts";
import { orderRow } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { runProgram } from "#test/support/run-program.ts";
import { type Pooler, startPgBouncer } from "#test/support/pgbouncer.ts";
import { migrate } from "#stack/migrate.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, useStripe } from "#test/support/use-stripe.ts";
import { checkInvariants } from "./invariants/check-invariants.ts";
import { migrateTables } from "./migrate.ts";
import { MigrationLocked } from "./migration-state.ts";
import { inTransaction } from "./transaction.ts";

const direct = useDatabase();
useStripe();

const connections = 3;
let pooler: Pooler;
beforeAll(async () => {
  pooler = await startPgBouncer(direct.url, connections);
  process.env["DATABASE_URL"] = pooler.url;
}, 120_000);
afterAll(() => pooler.stop());

/** The connections that Postgres itself has, seen on one of its own. */
async function backends(): Promise<number | undefined> {
  const client = postgres(direct.url, { max: 1 });
  const [row] = await client<{ count: number }[]>`select count(*)::int from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
  await client.end();
  return row?.count;
}

test("through a pooler in transaction mode a crowd shares few connections, and one of them gets the ticket", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(60);
  const { done, refused } = await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect({ done: done.length, refused }).toEqual({ done: 1, refused: { "ticket-locked": 59 } });
  expect(await backends()).toBe(connections);
});

test("a ticket is bought and paid", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("waiting has its limit, though a session's settings are not kept", async () => {
  const { id } = await aTicket();
  const buyer = await aUser();
  await whileTicketRowIsLocked(id, async () => {
    expect(await refusalOf(createOrder(buyer, aRequest(id)))).toMatchObject({ code: "busy" });
  });
  const [limits] = await inTransaction((tx) =>
    tx.execute(sql`select current_setting('statement_timeout') as statement,
      current_setting('idle_in_transaction_session_timeout') as idle`),
  );
  expect(limits).toEqual({ statement: "4s", idle: "15s" });
});

test("a worker works without notifications, and says nothing of missing them", async () => {
  const env = { DATABASE_URL: pooler.url, LOCK_SECONDS: "1" };
  const { exitCode, output, errors } = await runProgram("run-worker-once.ts", env);
  expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: "" });
  expect(output).toContain('"stopped"');
  const trouble = output.split("\n").filter((line) => /"severity":"(warning|error)"/.test(line));
  expect(trouble.filter((line) => !line.includes("SMTP_URL is not set"))).toEqual([]);
});

test("the database is migrated through it any number of times, and directly afterwards", async () => {
  for (const url of [pooler.url, pooler.url, direct.url]) await migrate(url);
  const client = postgres(direct.url, { max: 1 });
  const left = await client`select 1 from pg_locks where locktype = 'advisory'
    and database = (select oid from pg_database where datname = current_database())`;
  await client.end();
  expect(left).toHaveLength(0);
});

test("whoever finds another at work migrating says so, and gives up in the end", async () => {
  const other = postgres(direct.url, { max: 1 });
  const said: string[] = [];
  await other.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtext('rowlock migrating'))`;
    const waiting = { patienceMilliseconds: 1_500, say: (sentence: string) => said.push(sentence) };
    await expect(migrateTables(pooler.url, waiting)).rejects.toThrow(MigrationLocked);
  });
  await other.end();
  expect(said).toEqual([expect.stringContaining("Another process is migrating")]);
  await migrateTables(pooler.url);
});

test("the invariants are checked through it, within a limit", async () => {
  expect(await checkInvariants(pooler.url, { atRest: false })).toEqual([]);
});

test("health is told through it", async () => {
  await recordHeartbeat();
  const { degraded, workerSeenSecondsAgo } = await readHealth();
  expect(degraded).not.toContain("worker");
  expect(workerSeenSecondsAgo).toBeLessThan(20);
});

test("the control: it refuses settings of a session", async () => {
  const client = postgres(pooler.url, {
    max: 1,
    fetch_types: false,
    connection: { lock_timeout: 1 },
  });
  await expect(client`select 1`).rejects.toThrow(/unsupported startup parameter: lock_timeout/);
  await client.end();
});
