import { and, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";

/** Whether each of some words that are wanted (`wantedWords`) begins one of `found`, a set of words to find. */
export function beginWords(found: SQL, wanted: readonly string[]): SQL {
  const query = wanted.map((word) => `'${word}':*`).join(" & "); // no word has a quote in it
  return sql`${found} @@ ${query}::tsquery`;
}

/** So short a word is like very many others: it has to be there. */
const shortWord = 3;

/** Whether each is like one of `text`, of which `found` are the words. In a transaction that accepts likeness. */
export function areLikeWords(
  text: AnyPgColumn,
  found: SQL,
  wanted: readonly string[],
): SQL | undefined {
  const conditions = wanted.map((word) =>
    word.length <= shortWord ? beginWords(found, [word]) : sql`${word} <% ${text}`,
  );
  return and(...conditions);
}

/** For one transaction: how like is like enough. */
export const acceptLikeness = sql`select set_config('pg_trgm.word_similarity_threshold', '0.5', true)`;
