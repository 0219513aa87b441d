import { and, like, or, type SQL, sql } from "drizzle-orm";
import { alias, type AnyPgColumn } from "drizzle-orm/pg-core";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { foldText } from "#kernel/text.ts";

const mentioned = alias(tickets, "mentioned");

/** Folded, so that the database's collation has no say; a rough one until `foldRows` has been there. */
const searched = [
  sql`coalesce(${events.titleFolded}, lower(${events.title}))`,
  sql`coalesce(${events.venueFolded}, lower(${events.venue}))`,
  sql`coalesce(${events.cityFolded}, lower(${events.city}))`,
  sql`coalesce(${mentioned.titleFolded}, lower(${mentioned.title}))`,
];

/**
 * Whether a ticket, its event or its place has every word, in any case, with or without accents. Asked of each row by
 * itself, in a query of its own, so that Postgres does not read all events to join a few: it is for one person's rows.
 */
export function mentionsEveryWord(words: string, ticketId: AnyPgColumn): SQL | undefined {
  const wanted = foldText(words).split(" ").filter(Boolean).slice(0, 8).map(mentions);
  if (wanted.length === 0) return undefined;
  return sql`(select ${and(...wanted)} from ${tickets} as "mentioned"
    join ${events} on ${events.id} = ${mentioned.eventId} where ${mentioned.id} = ${ticketId})`;
}

function mentions(word: string): SQL | undefined {
  const pattern = `%${word.replace(/[\\%_]/g, (special) => `\\${special}`)}%`;
  return or(...searched.map((text) => like(text, pattern)));
}
