import { asc, desc, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import { decodeCursor, encodeCursor } from "#kernel/cursor.ts";
import { environment } from "#kernel/environment.ts";
import { refuse } from "#kernel/refusal.ts";
import type { ListQuery } from "./representations.ts";

/** A moment that Postgres can read, and an id. */
const cursorSchema = z.tuple([z.number().int().min(0).max(Date.UTC(9999, 0)), z.uuid()]);

type Place = { at: Date; id: string };
type Order = {
  path: string;
  /** Rows are ordered by this moment, then by their id. */
  moment: AnyPgColumn;
  id: AnyPgColumn;
  newestFirst: boolean;
};
type Window = { within: SQL | undefined; order: SQL[]; limit: number };

/**
 * One page of a list, by keyset: a thousandth page costs what the first does. `placeOf` says where a row stands.
 *
 * Refuses: `invalid-input` for a cursor that is none of ours.
 */
export async function keysetPage<Row, Item>(
  { limit, cursor }: ListQuery,
  { path, moment, id, newestFirst }: Order,
  read: (window: Window) => Promise<Row[]>,
  { placeOf, itemOf }: { placeOf: (row: Row) => Place; itemOf: (row: Row) => Item },
): Promise<{ items: Item[]; next: string | null }> {
  const order = newestFirst ? [desc(moment), desc(id)] : [asc(moment), asc(id)];
  const after = cursor === undefined ? null : readCursor(cursor);
  const comparison = newestFirst ? sql`<` : sql`>`;
  const within = after
    ? sql`(${moment}, ${id}) ${comparison} (${after.at}::timestamptz, ${after.id}::uuid)`
    : undefined;
  const rows = await read({ within, order, limit: limit + 1 }); // one more says whether there is another page
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map(itemOf), next: last ? addressAfter(path, limit, placeOf(last)) : null };
}

function readCursor(cursor: string) {
  const named = decodeCursor(cursor, cursorSchema);
  if (!named) {
    const fields = { cursor: "Follow `next` of the page before: this is no cursor of ours." };
    return refuse("invalid-input", { fields });
  }
  return { at: new Date(named[0]).toISOString(), id: named[1] };
}

function addressAfter(path: string, limit: number, { at, id }: Place): string {
  const url = new URL(path, environment().APP_URL);
  url.searchParams.set("limit", String(limit));
  url.searchParams.set("cursor", encodeCursor([at.getTime(), id]));
  return url.href;
}
