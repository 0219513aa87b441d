import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

export type Health = {
  ok: true;
  /** Seconds since the latest heartbeat of any worker; null before the first. */
  workerSeenSecondsAgo: number | null;
  /** Age of the oldest domain event still waiting for the relay. */
  outboxLagSeconds: number;
  /** The workers' latest check of the invariants, with the names of the broken ones. */
  invariants: { checkedSecondsAgo: number | null; broken: string[] };
};

type Row = { seen: number | null; lag: number; checked: number | null; broken: string[] | null };

/** The health of workers, outbox and invariants. Throws when the database does not answer. */
export async function readHealth(): Promise<Health> {
  const [row] = await db().execute<Row>(sql`
    select
      (select extract(epoch from clock_timestamp() - max(beat_at))::float8 from worker_heartbeats) as seen,
      (select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8
        from outbox where relayed_at is null) as lag,
      extract(epoch from clock_timestamp() - latest.checked_at)::float8 as checked,
      latest.broken
    from (values (1)) as one
    left join lateral (
      select checked_at, broken from invariant_checks order by checked_at desc limit 1
    ) as latest on true`);
  return {
    ok: true,
    workerSeenSecondsAgo: row?.seen ?? null,
    outboxLagSeconds: row?.lag ?? 0,
    invariants: { checkedSecondsAgo: row?.checked ?? null, broken: row?.broken ?? [] },
  };
}
