import { setTimeout as pause } from "node:timers/promises";
import type { FaultContext } from "../faults/fault-context.ts";

const patienceMilliseconds = 30_000;

/**
 * How long after Postgres was back something new was done by the web, and how long after that a worker had
 * passed it on: both find out by trying. Measures nothing once trade is over, or when a process of that kind was
 * killed at a failpoint meanwhile or was being started again: that takes as long as starting takes.
 */
export async function timeRecovery(
  { server: { sql }, report, until, kills, workload, workers }: FaultContext,
  backAt: number,
): Promise<void> {
  const since = new Date(backAt);
  const done = async (relayed: boolean) => {
    const rows = await sql`
      select 1 from outbox where occurred_at > ${since} and (relayed_at is not null or not ${relayed})
      limit 1`.catch(() => []);
    return rows.length > 0;
  };
  for (const role of ["web", "worker"] as const) {
    const wereUp = (role === "web" ? [workload] : workers).every((each) => each.isUp());
    const killsBefore = kills?.killsOf(role);
    const started = role === "web" ? backAt : Date.now();
    while (!(await done(role === "worker")) && Date.now() - started < patienceMilliseconds)
      await pause(20);
    if (wereUp && Date.now() < until && kills?.killsOf(role) === killsBefore)
      report.time(`${role} recovery`, Date.now() - started);
  }
}
