import { type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ago } from "#db/clock.ts";
import { report } from "#kernel/report.ts";

/** Few enough that no statement takes long, or holds many row locks. */
const batchSize = 1000;
/** A backlog is worked off over several runs, so that it never competes with buying for long. */
const batchesPerRun = 50;

type Pruned = {
  table: string;
  /** Reads the rows to delete by an index: `sessions_by_last_use` and the like. */
  old: SQL;
};

/**
 * What is deleted, and when. A session is over when it was revoked, has expired, or was not used for a day; its last
 * use is before all of them. Stripe delivers an event again for three days, and we fetch those of four.
 */
export const prunedTables: Pruned[] = [
  {
    table: "sessions",
    old: sql`last_seen_at < ${ago("30 days")} and (revoked_at < ${ago("30 days")}
      or expires_at < ${ago("30 days")} or last_seen_at < ${ago("31 days")})`,
  },
  // A day longer than they are good for, so that what was used says so.
  { table: "confirmations", old: sql`expires_at < ${ago("1 day")}` },
  { table: "spent_challenges", old: sql`expires_at < ${ago("0")}` },
  { table: "sign_in_places", old: sql`used_at < ${ago("1 year")}` },
  { table: "operator_acts", old: sql`created_at < ${ago("2 years")}` },
  { table: "event_words", old: sql`needed_until < ${ago("0")}` },
  { table: "declines", old: sql`declined_at < ${ago("2 days")}` },
  { table: "rate_limits", old: sql`arrives_at < ${ago("0")}` },
  {
    table: "stripe_events",
    old: sql`processed_at is not null and processed_at < ${ago("90 days")}`,
  },
];

/** Deletes what no longer matters, in batches. Several workers share the work: each skips rows that another has. */
export async function prune(): Promise<void> {
  for (const each of prunedTables) await pruneTable(each);
}

async function pruneTable({ table, old }: Pruned): Promise<void> {
  const name = sql.identifier(table);
  for (let batch = 1; batch <= batchesPerRun; batch += 1) {
    const gone = await db().execute(sql`
      with old as (
        select ctid from ${name} where ${old} limit ${batchSize} for update skip locked
      )
      delete from ${name} where ctid = any (array(select ctid from old))`);
    if (gone.count < batchSize) return;
  }
  report("info", "there is more to prune than one run deletes", { table });
}
