import type { z } from "zod";

/**
 * Where a page of a list begins or ends: the values its rows are ordered by, in an address. Whoever reads it back gets
 * those values or nothing, whatever somebody made of the address.
 */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}

/** As long as the columns that lists are ordered by need, and no longer: it comes from anywhere. */
const maximumLength = 400;
const base64url = new RegExp(`^[\\w-]{1,${maximumLength}}$`);
/** Text that Postgres takes: no NUL, no half characters. The other controls are in no value of ours either. */
const unusable = /[\p{Cc}\p{Cs}]/u;

/** The values of a cursor, by `schema`; null for what is none, is too long, or holds what no column could. */
export function decodeCursor<T>(text: unknown, schema: z.ZodType<T>): T | null {
  if (typeof text !== "string" || !base64url.test(text)) return null;
  const values = parse(Buffer.from(text, "base64url"));
  if (!Array.isArray(values) || !values.every(isScalar)) return null;
  return schema.safeParse(values).data ?? null;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function isScalar(value: unknown): boolean {
  return typeof value === "string" ? !unusable.test(value) : Number.isFinite(value);
}
