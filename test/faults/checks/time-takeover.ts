import { setTimeout as pause } from "node:timers/promises";
import type { FaultContext } from "../faults/fault-context.ts";

/** Jobs that were being worked on, each with the number of its try. */
export type Claims = { at: number; jobs: { id: string; retry_count: number }[] };

const patienceMilliseconds = 90_000;

/** What is being worked on at this moment; nothing, when the database cannot say. */
export async function readClaims({ server: { sql } }: FaultContext): Promise<Claims> {
  const jobs = await sql<Claims["jobs"]>`
    select id, retry_count from pgboss.job where state = 'active'`.catch(() => []);
  return { at: Date.now(), jobs };
}

/**
 * How long after a worker was killed each job that was being worked on is finished or has been given to
 * another worker, in milliseconds.
 */
export async function timeTakeover(
  { server: { sql } }: FaultContext,
  { at, jobs }: Claims,
): Promise<number> {
  const ids = jobs.map(({ id }) => id);
  while (ids.length > 0 && Date.now() - at < patienceMilliseconds) {
    const active = await sql<Claims["jobs"]>`
      select id, retry_count from pgboss.job where state = 'active' and id in ${sql(ids)}`.catch(
      () => jobs,
    );
    const stuck = active.some(({ id, retry_count: tries }) =>
      jobs.some((job) => job.id === id && job.retry_count === tries),
    );
    if (!stuck) break;
    await pause(100);
  }
  return Date.now() - at;
}
