import { sql } from "drizzle-orm";
import { askingDb } from "#db/client.ts";
import { isMigrated } from "#db/migration-state.ts";
import { type LateQueue, listLateJobs, tolerableSeconds } from "./list-late-jobs.ts";

/** What does not work as it should although the database answers. */
type Degraded = "migrations" | "worker" | "outbox" | "jobs" | "invariants";

export type Health = {
  /** Whether nothing is degraded. */
  ok: boolean;
  degraded: Degraded[];
  /** Seconds since the latest heartbeat of any worker; null before the first. */
  workerSeenSecondsAgo: number | null;
  /** Age of the oldest domain event still waiting for the relay. */
  outboxLagSeconds: number;
  /** The queues that are behind: with jobs that were due and that nobody has taken. */
  lateJobs: LateQueue[];
  /** The workers' latest check of the invariants, with the names of the broken ones. */
  invariants: { checkedSecondsAgo: number | null; broken: string[] };
};

type Row = { seen: number | null; lag: number; checked: number | null; broken: string[] | null };
const nothingKnown: Row = { seen: null, lag: 0, checked: null, broken: null };

/** The health of workers, outbox and invariants. Throws when the database does not answer within a second. */
export async function readHealth(): Promise<Health> {
  const migrated = await isMigrated(askingDb());
  const { seen, lag, checked, broken } = migrated ? await readRow() : nothingKnown;
  const lateJobs = migrated ? await listLateJobs(askingDb()) : [];
  const degraded: [Degraded, boolean][] = [
    ["migrations", !migrated],
    ["worker", seen === null || seen > tolerableSeconds],
    ["outbox", lag > tolerableSeconds],
    ["jobs", lateJobs.length > 0],
    ["invariants", broken !== null && broken.length > 0],
  ];
  const names = degraded.filter(([, isSo]) => isSo).map(([name]) => name);
  return {
    ok: names.length === 0,
    degraded: names,
    workerSeenSecondsAgo: seen,
    outboxLagSeconds: lag,
    lateJobs,
    invariants: { checkedSecondsAgo: checked, broken: broken ?? [] },
  };
}

async function readRow(): Promise<Row> {
  const [row] = await askingDb().execute<Row>(sql`
    select
      (select extract(epoch from clock_timestamp() - max(beat_at))::float8 from worker_heartbeats) as seen,
      coalesce((select extract(epoch from clock_timestamp() - occurred_at)::float8
        from outbox where relayed_at is null order by id limit 1), 0) as lag,
      extract(epoch from clock_timestamp() - latest.checked_at)::float8 as checked,
      latest.broken
    from (values (1)) as one
    left join lateral (
      select checked_at, broken from invariant_checks order by checked_at desc limit 1
    ) as latest on true`);
  return row ?? nothingKnown;
}
