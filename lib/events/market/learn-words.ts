import { sql } from "drizzle-orm";
import { eventWords } from "#db/schema/market-events.ts";
import type { Tx } from "#db/transaction.ts";

/** An event's words, with spaces between, and when it begins. */
type Wording = { event_words: string; starts_at: Date };

/**
 * Keeps the words of events for as long as these are to come. Writes only what is new or needed for longer, in one order:
 * two who learn the same at once wait for each other, and never in a ring.
 */
export async function learnWords(tx: Tx, wordings: readonly Wording[]): Promise<void> {
  await tx.execute(sql`
    insert into ${eventWords} as known (word, needed_until)
    select part, max(starts_at)
    from jsonb_to_recordset(${JSON.stringify(wordings)}::jsonb) as wordings (event_words text, starts_at timestamptz),
      string_to_table(event_words, ' ') as parts (part)
    where part <> ''
    group by part
    having not exists (
      select from ${eventWords} as before where before.word = part and before.needed_until >= max(starts_at))
    order by part
    on conflict (word) do update set needed_until = greatest(known.needed_until, excluded.needed_until)`);
}
