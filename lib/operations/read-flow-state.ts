import { sql } from "drizzle-orm";
import { askingDb } from "#db/client.ts";
import { readClock } from "#db/clock.ts";
import { listLateJobs } from "./list-late-jobs.ts";

/** How it stands with the jobs of one subscriber. Counts are the job queue's own, some seconds old. */
export type QueueState = {
  queue: string;
  waiting: number;
  /** Due later. */
  deferred: number;
  running: number;
  /** Failed as often as they may: left to an operator. */
  dead: number;
  /** For how long the first has been due that nobody has taken; 0 when none is late. */
  lateSeconds: number;
};

/** How it stands with everything that flows. */
export type FlowState = {
  queues: QueueState[];
  /** How many domain events of each type were recorded in the last hour, of the newest `countedAtMost`. */
  recorded: Map<string, number>;
  /** Age of the oldest domain event that the relay has not handed on; 0 when there is none. */
  relayLagSeconds: number;
};

/** What is counted of the last hour: enough to see what is busy, and no more work than a page may make. */
export const countedAtMost = 10_000;

/** Reads how every queue and the outbox stand. Throws when the database does not answer within a second. */
export async function readFlowState(): Promise<FlowState> {
  const [queues, recorded, [lag]] = await Promise.all([
    readQueues(),
    countRecorded(),
    askingDb().execute<{ seconds: number }>(sql`
      select coalesce((select extract(epoch from clock_timestamp() - occurred_at)::float8
        from outbox where relayed_at is null order by id limit 1), 0) as seconds`),
  ]);
  return { queues, recorded, relayLagSeconds: lag?.seconds ?? 0 };
}

async function readQueues(): Promise<QueueState[]> {
  const [rows, late] = await Promise.all([
    askingDb().execute<Omit<QueueState, "lateSeconds">>(sql`
      select queue.name as queue, ready_count as waiting, deferred_count as deferred,
        active_count as running, coalesce(dead.count, 0)::int as dead
      from pgboss.queue
      left join (
        select source_name, count(*) from pgboss.job
        where name = 'dead-letters' and state = 'created' group by source_name
      ) as dead on dead.source_name = queue.name
      where queue.dead_letter is not null
      order by queue.name`),
    listLateJobs(askingDb()),
  ]);
  const lateSeconds = new Map(late.map((each) => [each.queue, each.lateSeconds]));
  return rows.map((row) => ({ ...row, lateSeconds: lateSeconds.get(row.queue) ?? 0 }));
}

async function countRecorded(): Promise<Map<string, number>> {
  const from = (await readClock(askingDb())).getTime() - 60 * 60 * 1000;
  const rows = await askingDb().execute<{ type: string; count: number }>(sql`
    select type, count(*)::int as count
    from (select type from outbox where id >= ${firstIdOf(from)}::uuid
      order by id desc limit ${countedAtMost}) as latest
    group by type`);
  return new Map(rows.map(({ type, count }) => [type, count]));
}

/** The lowest id that a row made at this moment can have: UUIDv7 begins with the milliseconds. */
function firstIdOf(milliseconds: number): string {
  const hex = Math.max(milliseconds, 0).toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
