import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { workerHeartbeats } from "#db/schema/operations.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { readHealth } from "./read-health.ts";
import { recordHeartbeat } from "./record-heartbeat.ts";
import { watchInvariants } from "./watch-invariants.ts";

useDatabase();

test("before a worker was ever seen, the worker is what is missing", async () => {
  expect(await readHealth()).toMatchObject({ ok: false, degraded: ["worker"] });
});

test("with a worker at work nothing is degraded, until it is silent for twenty seconds", async () => {
  await recordHeartbeat();
  expect(await readHealth()).toMatchObject({ ok: true, degraded: [] });
  await passTime(21);
  expect(await readHealth()).toMatchObject({ ok: false, degraded: ["worker"] });
});

test("an outbox that waits is told, beside a worker whose heart beats", async () => {
  await anOrder();
  await passTime(21);
  await recordHeartbeat();
  expect(await readHealth()).toMatchObject({ ok: false, degraded: ["outbox"] });
  await db().execute(sql`update outbox set relayed_at = clock_timestamp()`);
});

test("tables that are older than the code are told, and the rest is not asked", async () => {
  await watchInvariants();
  await recordHeartbeat();
  const [last] = await db().execute<{ at: string }>(sql`
    select max(created_at) as at from drizzle.__drizzle_migrations`);
  await db().execute(sql`delete from drizzle.__drizzle_migrations where created_at = ${last?.at}`);
  expect(await readHealth()).toMatchObject({ ok: false, degraded: ["migrations", "worker"] });
  await db().delete(workerHeartbeats);
});
