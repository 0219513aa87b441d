import type postgres from "postgres";
import { foldText } from "#kernel/text.ts";
import { wordsToFind } from "#kernel/words-to-find.ts";

/** Rows of one statement: some milliseconds of work, so that nobody who buys waits long for a row. */
const batch = 500;

type EventRow = { id: string; title: string; venue: string; city: string };
type TicketRow = { id: string; title: string };

/**
 * Fills the folded texts that are missing: of rows older than their columns, or written by a version of this program
 * that knew none. May be stopped and run again. A row that somebody holds is left for the next time.
 */
export async function foldRows(client: postgres.Sql): Promise<void> {
  while ((await foldEvents(client)) > 0);
  while ((await foldTickets(client)) > 0);
}

async function foldEvents(client: postgres.Sql): Promise<number> {
  return client.begin(async (tx) => {
    const rows = await tx<EventRow[]>`
      select id, title, venue, city from events
      where title_folded is null or venue_folded is null or city_folded is null or words is null
      order by id limit ${batch} for no key update skip locked`;
    const texts = (of: "title" | "venue" | "city") => rows.map((row) => foldText(row[of]));
    const words = rows.map(({ title, venue, city }) => wordsToFind([title, venue, city]).join(" "));
    await tx`
      update events set title_folded = f.title, venue_folded = f.venue, city_folded = f.city, words = f.words
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${texts("title")}::text[], ${texts("venue")}::text[],
        ${texts("city")}::text[], ${words}::text[]) f(id, title, venue, city, words)
      where events.id = f.id`;
    return rows.length;
  });
}

async function foldTickets(client: postgres.Sql): Promise<number> {
  return client.begin(async (tx) => {
    const rows = await tx<TicketRow[]>`
      select id, title from tickets where title_folded is null
      order by id limit ${batch} for no key update skip locked`;
    await tx`
      update tickets set title_folded = f.title
      from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ title }) => foldText(title))}::text[]) f(id, title)
      where tickets.id = f.id`;
    return rows.length;
  });
}
