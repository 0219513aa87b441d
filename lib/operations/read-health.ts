import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

export type Health = {
  ok: true;
  /** Seconds since any worker was last heard of; null when none ever was. */
  workerSeenSecondsAgo: number | null;
  /** Age of the oldest domain event still waiting for the relay. */
  outboxLagSeconds: number;
};

/** Asks the database how things stand. Throws when it does not answer. */
export async function readHealth(): Promise<Health> {
  const [row] = await db().execute<{ seen: number | null; lag: number }>(sql`
    select
      (select extract(epoch from clock_timestamp() - max(beat_at))::float8 from worker_heartbeats) as seen,
      (select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8
        from outbox where relayed_at is null) as lag`);
  return { ok: true, workerSeenSecondsAgo: row?.seen ?? null, outboxLagSeconds: row?.lag ?? 0 };
}
