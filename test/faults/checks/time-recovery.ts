import { setTimeout as pause } from "node:timers/promises";
import type { Scene } from "../faults/fault.ts";

const patienceMilliseconds = 30_000;

/**
 * How long after Postgres was back something new was done by the web, and how long after that a worker had
 * passed it on. Neither was told: they find out by trying. Says nothing once trade is over, or when one of its
 * kind died at a breakpoint meanwhile or was being started again: that takes as long as starting takes.
 */
export async function timeRecovery(
  { server: { sql }, tally, until, deaths, crowd, workers }: Scene,
  backAt: number,
): Promise<void> {
  const since = new Date(backAt);
  const done = async (relayed: boolean) => {
    const rows = await sql`
      select 1 from outbox where occurred_at > ${since} and (relayed_at is not null or not ${relayed})
      limit 1`.catch(() => []);
    return rows.length > 0;
  };
  for (const who of ["web", "worker"] as const) {
    const wereUp = (who === "web" ? [crowd] : workers).every((each) => each.isUp());
    const diedBefore = deaths?.deathsOf(who);
    const started = who === "web" ? backAt : Date.now();
    while (!(await done(who === "worker")) && Date.now() - started < patienceMilliseconds)
      await pause(20);
    if (wereUp && Date.now() < until && deaths?.deathsOf(who) === diedBefore)
      tally.noteLongest(`recovery of ${who}`, Date.now() - started);
  }
}
