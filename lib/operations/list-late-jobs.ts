import { sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { ago } from "#db/clock.ts";

/** A job is taken within a second or two of its time: this is neither a pause nor a restart. */
export const tolerableSeconds = 20;

/** A queue with a job that was due and that nobody has taken, and for how many seconds its first has been due. */
export type LateQueue = { queue: string; lateSeconds: number };

/**
 * The queues that are behind. A job that is due later is not late, however many there are, and neither is one that
 * failed and waits for its next try, nor what is kept for an operator, in queues whose own failures go nowhere. In pg-boss's own order, by the index (`job_i11`) that it takes jobs by.
 */
export async function listLateJobs(database: Database): Promise<LateQueue[]> {
  return [...(await database.execute<LateQueue>(lateJobs))];
}

export const lateJobs = sql`
  select queue.name as queue, extract(epoch from clock_timestamp() - late.start_after)::float8 as "lateSeconds"
  from pgboss.queue
  cross join lateral (
    select job.start_after from pgboss.job
    where job.name = queue.name and job.state < 'active' and not job.blocked
      and job.start_after < ${ago(`${tolerableSeconds} seconds`)}
    order by job.priority desc, job.created_on limit 1
  ) as late
  where queue.dead_letter is not null
  order by queue.name`;
