import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { waitFor } from "#stack/wait-for.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useJobs } from "#test/support/use-jobs.ts";
import { lateJobs } from "./list-late-jobs.ts";
import { readHealth } from "./read-health.ts";
import { recordHeartbeat } from "./record-heartbeat.ts";
import { deadLetters } from "#worker/operators-queues.ts";
import { watchLateJobs } from "./watch-late-jobs.ts";

useDatabase();
useJobs();

beforeEach(async () => {
  await db().execute(sql`delete from pgboss.job`);
  await recordHeartbeat();
});

const minutes = 60;

/** Jobs due in so many seconds, as orders that are locked for so long have them. */
async function plantJobs(count: number, queue: string, dueIn: number, state = "created") {
  await db().execute(sql`
    insert into pgboss.job (name, start_after, state)
    select ${queue}, pg_catalog.clock_timestamp() + ${dueIn}::int * interval '1 second', ${state}::pgboss.job_state
    from generate_series(1, ${count}::int)`);
}

async function expectNothingLate(): Promise<void> {
  await watchLateJobs();
  expect(await readHealth()).toMatchObject({ ok: true, degraded: [], lateJobs: [] });
  expect(capturedLog).toEqual([]);
}

test("twenty thousand live locks are no backlog: nobody is warned, by pg-boss neither", async () => {
  await plantJobs(20_000, "expire-order", 10 * minutes);
  const counted = async () => {
    const [row] = await db().execute<{ count: number }>(
      sql`select queued_count as count from pgboss.queue where name = 'expire-order'`,
    );
    return row?.count === 20_000;
  };
  await waitFor(counted, "pg-boss to count its jobs", 25_000);
  await expectNothingLate();
}, 30_000);

test("one job that was due and that nobody took is told, by health and in the log", async () => {
  await plantJobs(1000, "expire-order", 10 * minutes);
  await plantJobs(1, "mail-sale", 0);
  await expectNothingLate();
  await passTime(25);
  await recordHeartbeat();
  await watchLateJobs();
  const { ok, degraded, lateJobs: late } = await readHealth();
  expect({ ok, degraded }).toEqual({ ok: false, degraded: ["jobs"] });
  expect(late).toEqual([{ queue: "mail-sale", lateSeconds: expect.any(Number) }]);
  expect(late[0]?.lateSeconds).toBeGreaterThan(24);
  expect(capturedLog).toMatchObject([
    { severity: "warning", message: "jobs are late", queue: "mail-sale" },
  ]);
});

test("locks that lapsed and that nobody ended are late, those beside them are not", async () => {
  await plantJobs(20, "expire-order", 60);
  await plantJobs(20, "expire-order", 10 * minutes);
  await passTime(60 + 25);
  await recordHeartbeat();
  expect((await readHealth()).lateJobs.map(({ queue }) => queue)).toEqual(["expire-order"]);
});

test("what waits for its next try is not late, what is being done neither, nor what is kept for an operator", async () => {
  await plantJobs(5, "mail-sale", 10 * minutes, "retry");
  await plantJobs(5, "mail-sale", -10 * minutes, "active");
  await plantJobs(5, "mail-ticket", -10 * minutes, "completed");
  await plantJobs(5, deadLetters, -10 * minutes);
  await expectNothingLate();
});

test("they are found by pg-boss's own index", async () => {
  await plantJobs(20_000, "expire-order", 10 * minutes);
  await db().execute(sql`analyze pgboss.job`);
  const plan = JSON.stringify([...(await db().execute(sql`explain (format json) ${lateJobs}`))]);
  expect(plan).toMatch(/job_i11|job_common.*i11/);
  expect(plan).not.toMatch(/"Seq Scan"[^}]*"job/);
});
