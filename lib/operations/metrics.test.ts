import { expect, test } from "vitest";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { useJobs } from "#test/support/use-jobs.ts";
import { countRefusal, readMetrics } from "./metrics.ts";

useDatabase();
useJobs();

/** The value of a line, such as `rowlock_live_locks`. */
async function valueOf(line: string): Promise<number> {
  const lines = (await readMetrics()).split("\n");
  return Number(lines.find((each) => each.startsWith(`${line} `))?.slice(line.length));
}

test("locks, lag and refusals are told as they stand", async () => {
  expect(await valueOf("rowlock_live_locks")).toBe(0);
  await anOrder();
  expect(await valueOf("rowlock_live_locks")).toBe(1);
  await passTime(60);
  expect(await valueOf("rowlock_outbox_lag_seconds")).toBeGreaterThanOrEqual(60); // nobody relays
  await passTime(15 * 60);
  expect(await valueOf("rowlock_live_locks")).toBe(0);
  countRefusal("ticket-sold");
  countRefusal("ticket-sold");
  expect(await valueOf('rowlock_refusals_total{code="ticket-sold"}')).toBe(2);
  expect(await valueOf("rowlock_worker_seen_seconds")).toBe(-1);
  expect(await valueOf('rowlock_jobs{queue="mail-ticket",state="dead"}')).toBe(0);
});
