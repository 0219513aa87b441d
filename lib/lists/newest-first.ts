import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";

/** As many as a person looks through before they would rather search. */
export const pageLength = 25;

/** Which page of a list an address asks for, by cursors that another page gave. One that says nothing is the first. */
export type PageWanted = { after?: string | undefined; before?: string | undefined };

/** `newer` and `older` are the cursors of the pages beside this one: null where there is none. */
export type ListPage<Row> = { rows: Row[]; newer: string | null; older: string | null };

/** What a page's query needs: which rows, in which order, how many at most. */
export type Window = { within: SQL | undefined; order: SQL[]; limit: number };

type Dated = { id: string; createdAt: Date };
type Columns = Record<"createdAt" | "id", AnyPgColumn>;

/** The moment and id of a row. No year that Postgres could not read. */
const cursorSchema = z.tuple([z.number().int().min(0).max(Date.UTC(9999, 0)), z.uuid()]);

/**
 * One page of a list of rows that carry the moment they were made, newest first. By keyset: a thousandth page costs
 * what the first does, and rows that come or go meanwhile make none of the others be missed or told twice. A cursor
 * that leads nowhere is the first page.
 */
export async function newestFirst<Row extends Dated>(
  columns: Columns,
  wanted: PageWanted,
  read: (window: Window) => Promise<Row[]>,
): Promise<ListPage<Row>> {
  const limit = pageLength + 1; // one more says whether there is another page
  const order = [desc(columns.createdAt), desc(columns.id)];
  const after = placeOf(columns, wanted.after);
  const before = after ? null : placeOf(columns, wanted.before);
  if (before) {
    const backwards = [asc(columns.createdAt), asc(columns.id)];
    const rows = await read({
      within: sql`${before.row} > ${before.place}`,
      order: backwards,
      limit,
    });
    // With no more than a page of them it is the first page, which is to be full.
    if (rows.length > pageLength) {
      const shown = rows.slice(0, pageLength).toReversed();
      return { rows: shown, newer: cursorOf(shown[0]), older: cursorOf(shown.at(-1)) };
    }
  }
  if (after) {
    const rows = await read({ within: sql`${after.row} < ${after.place}`, order, limit });
    const [first] = rows;
    if (first) return { ...cut(rows), newer: cursorOf(first) };
  }
  return { ...cut(await read({ within: undefined, order, limit })), newer: null };
}

function cut<Row extends Dated>(rows: Row[]): Pick<ListPage<Row>, "rows" | "older"> {
  const shown = rows.slice(0, pageLength);
  return { rows: shown, older: rows.length > pageLength ? cursorOf(shown.at(-1)) : null };
}

function cursorOf(row: Dated | undefined): string | null {
  return row ? encodeCursor([row.createdAt.getTime(), row.id]) : null;
}

function placeOf({ createdAt, id }: Columns, cursor: string | undefined) {
  const named = decodeCursor(cursor ?? "", cursorSchema);
  if (!named) return null;
  const at = new Date(named[0]).toISOString();
  return {
    row: sql`(${createdAt}, ${id})`,
    place: sql`(${at}::timestamptz, ${named[1]}::uuid)`,
  };
}
