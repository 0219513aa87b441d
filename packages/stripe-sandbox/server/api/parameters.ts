import { absentReaders } from "./absent-objects.ts";
import { invalidParameter } from "./api-error.ts";
import { type FormHash, type FormValue, isHash, listOf } from "./form-encoding.ts";
import { requireMetadataSize } from "./merge-metadata.ts";

export type TimeRange = { gt?: number; gte?: number; lt?: number; lte?: number };

/** An empty string unsets all of it. */
export type Metadata = Record<string, string> | "";

type ValueOf = {
  string: string;
  integer: number;
  boolean: boolean;
  /** A boolean, or why the buyer is away. */
  off_session: boolean;
  strings: string[];
  hash: FormHash;
  metadata: Metadata;
  range: TimeRange;
  /** Accepted because Stripe accepts it; the sandbox does nothing with it. */
  ignored: FormValue;
} & { [K in keyof typeof absentReaders]: "" };

type Words = readonly string[];
/** One of these words. Where "" is among them, the parameter can be unset. */
export type OneOf<W extends Words = Words> = { oneOf: W };
/** A list of any of these words. */
export type ListOf<W extends Words = Words> = { listOf: W };

/** Which parameters a call takes. Written `satisfies Record<keyof Stripe.…Params, Kind>`, so the SDK's types keep it complete. */
export type Kind = keyof ValueOf | OneOf | ListOf;
export type Shape = Record<string, Kind>;
type Read<K extends Kind> =
  K extends OneOf<infer W>
    ? W[number]
    : K extends ListOf<infer W>
      ? W[number][]
      : K extends keyof ValueOf
        ? ValueOf[K]
        : never;
/** What was read; a parameter that was not sent is undefined. */
export type Parameters<S extends Shape> = { [K in keyof S]?: Read<S[K]> | undefined };

/** What a call takes that only names an object. */
export const expandOnly = { expand: "strings" } as const satisfies Shape;

export function oneOf<const W extends Words>(...words: W): OneOf<W> {
  return { oneOf: words };
}

/**
 * Reads a decoded form against a shape. An unknown or ill-formed parameter is a 400 that names it. `within` is the parameter whose
 * fields these are.
 */
export function readParameters<S extends Shape>(
  shape: S,
  form: FormHash,
  within?: string,
): Parameters<S> {
  const read: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(form)) {
    const kind = Object.hasOwn(shape, field) ? shape[field] : undefined;
    const name = within === undefined ? field : `${within}[${field}]`;
    if (!kind)
      throw invalidParameter("parameter_unknown", name, `Received unknown parameter: ${name}`);
    read[field] = readOne(kind, value, name);
  }
  return read as Parameters<S>; // each value was read by its own kind's reader
}

function readOne(kind: Kind, value: FormValue, name: string): unknown {
  if (typeof kind === "string") return readers[kind](value, name);
  if ("oneOf" in kind) return readWord(kind.oneOf, value, name);
  if (value === "") return [];
  return itemsOf(value, name).map((item, index) =>
    readWord(kind.listOf, item, `${name}[${index}]`),
  );
}

const readers: {
  [K in keyof ValueOf]: (value: FormValue, name: string) => ValueOf[K];
} = {
  ...absentReaders,
  string: readString,
  integer: readInteger,
  boolean: readBoolean,
  off_session: (value, name) =>
    value === "one_off" || value === "recurring" || readBoolean(value, name),
  strings: readStrings,
  hash: readHash,
  metadata: readMetadata,
  range: readRange,
  ignored: (value) => value,
};

function readWord(words: Words, value: FormValue, name: string): string {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const offered = words.filter((word) => word !== "");
  const last = offered.at(-1) ?? "";
  const all = offered.length > 1 ? `${offered.slice(0, -1).join(", ")} or ${last}` : last;
  throw invalidParameter(null, name, `Invalid ${name}: must be one of ${all}`);
}

function readString(value: FormValue, name: string): string {
  if (typeof value === "string") return value;
  throw invalidParameter(null, name, `Invalid string: ${JSON.stringify(value)}`);
}

function readInteger(value: FormValue, name: string): number {
  if (typeof value === "string" && /^-?\d{1,15}$/.test(value)) return Number(value);
  throw invalidParameter(
    "parameter_invalid_integer",
    name,
    `Invalid integer: ${JSON.stringify(value)}`,
  );
}

/** Python writes `True`; Stripe reads it. */
function readBoolean(value: FormValue, name: string): boolean {
  const word = typeof value === "string" ? value.toLowerCase() : "";
  if (word === "true" || word === "false") return word === "true";
  throw invalidParameter(null, name, `Invalid boolean: ${JSON.stringify(value)}`);
}

function readStrings(value: FormValue, name: string): string[] {
  return value === "" ? [] : itemsOf(value, name).map((item) => readString(item, name));
}

function itemsOf(value: FormValue, name: string): FormValue[] {
  const items = listOf(value);
  if (items) return items;
  throw invalidParameter(null, name, "Invalid array");
}

function readHash(value: FormValue, name: string): FormHash {
  if (value === "") return {};
  if (isHash(value)) return value;
  throw invalidParameter(null, name, "Invalid object");
}

/** Names of 40 characters, values of 500. How many keys is known once they are merged with those that are there. */
function readMetadata(value: FormValue, name: string): Metadata {
  if (value === "") return "";
  const entries = Object.entries(readHash(value, name)).map(
    ([key, text]) => [key, readString(text, `${name}[${key}]`)] as const,
  );
  for (const [key, text] of entries) {
    if (key.length > 40)
      throw invalidParameter(
        null,
        name,
        `Metadata keys can have up to 40 characters, but you passed in a key that is ${key.length} characters. Invalid key: ${key}`,
      );
    if (text.length > 500)
      throw invalidParameter(
        null,
        `${name}[${key}]`,
        `Metadata values can have up to 500 characters, but you passed in a value that is ${text.length} characters. Invalid value: ${text}`,
      );
  }
  return requireMetadataSize(Object.fromEntries(entries));
}

function readRange(value: FormValue, name: string): TimeRange {
  if (typeof value === "string") {
    const at = readInteger(value, name);
    return { gte: at, lte: at };
  }
  return readParameters(rangeShape, readHash(value, name), name) as TimeRange; // without the keys that were not sent
}

const rangeShape = {
  gt: "integer",
  gte: "integer",
  lt: "integer",
  lte: "integer",
} as const satisfies Record<keyof TimeRange, Kind>;
