import { and, gt, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { sentTogether } from "#db/sent-together.ts";
import { eventWords } from "#db/schema/market-events.ts";
import type { Tx } from "#db/transaction.ts";

/** What a word that is wanted may stand for: itself, as the beginning of a word, or words that are like it. */
type Meaning = { wanted: string; like: string[] };

/** Whether each of some words that are wanted (`wantedWords`) begins one of `found`, a set of words to find. */
export function beginWords(found: SQL, wanted: readonly string[]): SQL {
  return haveMeanings(
    found,
    wanted.map((word) => ({ wanted: word, like: [] })),
  );
}

/** Whether each of some meanings is among `found`, a set of words to find. */
export function haveMeanings(found: SQL, meanings: readonly Meaning[]): SQL {
  const query = meanings.map(({ wanted, like }) =>
    [`'${wanted}':*`, ...like.map((word) => `'${word}'`)].join(" | "),
  );
  return sql`${found} @@ ${`(${query.join(") & (")})`}::tsquery`; // no word has a quote in it
}

/** So short a word is like very many others: it has to be there. */
const shortWord = 3;
/** As many as one typing error makes likely. */
const mostLike = 12;
const likeEnough = sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`;

/** Sent when it is called, as a statement by itself is not: it has to be there before those that it is for. */
async function acceptLikeness(tx: Tx): Promise<void> {
  await tx.execute(likeEnough);
}

/**
 * What words that are wanted may mean, by the words of the events to come. Null where all of them are like none: likeness
 * finds nothing then.
 */
export async function findMeanings(
  database: Database,
  wanted: readonly string[],
): Promise<Meaning[] | null> {
  const long = wanted.filter((word) => word.length > shortWord);
  const { found } = await database.transaction((tx) =>
    sentTogether({
      accepted: acceptLikeness(tx),
      found: Promise.all(long.map((word) => findLike(tx, word))),
    }),
  );
  const like = new Map(long.map((word, index) => [word, found[index] ?? []]));
  const meanings = wanted.map((word) => ({ wanted: word, like: like.get(word) ?? [] }));
  return meanings.some(({ like }) => like.length > 0) ? meanings : null;
}

async function findLike(runner: Pick<Database, "select">, wanted: string): Promise<string[]> {
  const rows = await runner
    .select({ word: eventWords.word })
    .from(eventWords)
    .where(
      and(
        sql`${wanted} <% ${eventWords.word}`,
        gt(eventWords.neededUntil, sql`(select clock_timestamp())`),
      ),
    )
    .orderBy(sql`word_similarity(${wanted}, ${eventWords.word}) desc`, eventWords.word)
    .limit(mostLike);
  return rows.map(({ word }) => word);
}
