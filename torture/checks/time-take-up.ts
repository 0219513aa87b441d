import { setTimeout as pause } from "node:timers/promises";
import type { Scene } from "../faults/fault.ts";

type Claim = { id: string; retry_count: number };

const patienceMilliseconds = 60_000;

/**
 * Kills a worker and times how long it takes until each job that was being worked on is finished or has
 * been given to somebody else. Resolves to milliseconds from the kill.
 */
export async function timeTakeUp(
  { server: { sql } }: Scene,
  kill: () => Promise<void>,
): Promise<number> {
  const claimed = await sql<Claim[]>`
    select id, retry_count from pgboss.job where state = 'active'`.catch(() => []);
  const killedAt = Date.now();
  await kill();
  while (Date.now() - killedAt < patienceMilliseconds) {
    const stuck = await sql<Claim[]>`
      select id, retry_count from pgboss.job
      where state = 'active' and id in ${sql(claimed.map(({ id }) => id).concat(nobody))}`.catch(
      () => claimed,
    );
    const same = stuck.some(({ id, retry_count: count }) =>
      claimed.some((claim) => claim.id === id && claim.retry_count === count),
    );
    if (!same) return Date.now() - killedAt;
    await pause(100);
  }
  return patienceMilliseconds;
}

/** An empty list is no SQL. */
const nobody = "00000000-0000-0000-0000-000000000000";
