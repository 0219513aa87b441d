import { type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, customType, integer, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { Id } from "#kernel/ids.ts";
import type { Currency } from "#kernel/money.ts";
import { bytesPerCharacter } from "#kernel/text.ts";

/** A UUIDv7 primary key, made by the application so that a row can be named before it is written. */
export const id = <Of extends string>() => uuid("id").primaryKey().$type<Id<Of>>();

export const reference = <Of extends string>(name: string) => uuid(name).$type<Id<Of>>();

/** A moment to the millisecond, as precise as JavaScript's Date, so that a deadline read back equals itself. */
export const moment = (name: string) =>
  timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** An amount in minor units of the row's currency. */
export const minorUnits = (name: string) => integer(name);

export const currency = (name = "currency") => text(name).$type<Currency>();

/**
 * Text that was folded for comparing (`foldText` in kernel/text.ts). Its collation is "C" whatever the database's:
 * folded texts are the same when their bytes are. Null until `foldRows` has been there, where something else wrote
 * the row.
 */
export const foldedText = customType<{ data: string }>({ dataType: () => 'text collate "C"' });

/** Words without an order, each once, for finding rows by them. */
export const wordSet = customType<{ data: string }>({ dataType: () => "tsvector" });

/** The words of a text that has them with spaces between, as a set; an index is made of exactly this. */
export function wordsIn(column: AnyPgColumn): SQL {
  return sql`array_to_tsvector(array_remove(string_to_array(${column}, ' '), ''))`;
}

/**
 * Bytes a line of at most `characters` may take. People count characters as they see them, and Postgres cannot: a
 * family is one to them and seven to it.
 */
export function hasBytes(column: AnyPgColumn, characters: number): SQL {
  const most = sql.raw(String(characters * bytesPerCharacter));
  return sql`octet_length(${column}) between 1 and ${most}`;
}

/** `column in ('a', 'b')`, written out because an index or a check takes no parameters. The values come from our code. */
export function oneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
