import { invalidParameter } from "./api-error.ts";
import { type FormHash, type FormValue, isHash, listOf } from "./form-encoding.ts";

export type TimeRange = { gt?: number; gte?: number; lt?: number; lte?: number };

/** An empty string unsets all of it. */
export type Metadata = Record<string, string> | "";

type ValueOf = {
  string: string;
  integer: number;
  boolean: boolean;
  strings: string[];
  hash: FormHash;
  metadata: Metadata;
  range: TimeRange;
  /** Accepted because Stripe accepts it; the sandbox does nothing with it. */
  ignored: FormValue;
};

/** Which parameters a call takes. Written `satisfies Record<keyof Stripe.…Params, Kind>`, so the SDK's types keep it complete. */
export type Kind = keyof ValueOf;
export type Shape = Record<string, Kind>;
/** What was read; a parameter that was not sent is undefined. */
export type Parameters<S extends Shape> = { [K in keyof S]?: ValueOf[S[K]] | undefined };

/** What a call takes that only names an object. */
export const expandOnly = { expand: "strings" } as const satisfies Shape;

/** Reads a decoded form against a shape. An unknown or ill-formed parameter is a 400 that names it. */
export function readParameters<S extends Shape>(shape: S, form: FormHash): Parameters<S> {
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(form)) {
    const kind = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (!kind)
      throw invalidParameter("parameter_unknown", name, `Received unknown parameter: ${name}`);
    read[name] = readers[kind](value, name);
  }
  return read as Parameters<S>; // each value was read by its own kind's reader
}

const readers: { [K in Kind]: (value: FormValue, name: string) => ValueOf[K] } = {
  string: readString,
  integer: readInteger,
  boolean: readBoolean,
  strings: readStrings,
  hash: readHash,
  metadata: readMetadata,
  range: readRange,
  ignored: (value) => value,
};

function readString(value: FormValue, name: string): string {
  if (typeof value === "string") return value;
  throw invalidParameter("parameter_invalid_string", name, `Invalid string for ${name}`);
}

function readInteger(value: FormValue, name: string): number {
  if (typeof value === "string" && /^-?\d{1,15}$/.test(value)) return Number(value);
  throw invalidParameter(
    "parameter_invalid_integer",
    name,
    `Invalid integer: ${JSON.stringify(value)}`,
  );
}

function readBoolean(value: FormValue, name: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  throw invalidParameter(
    "parameter_invalid_boolean",
    name,
    `Invalid boolean: ${JSON.stringify(value)}`,
  );
}

function readStrings(value: FormValue, name: string): string[] {
  if (value === "") return [];
  const items = listOf(value);
  if (items) return items.map((item) => readString(item, name));
  throw invalidParameter("parameter_invalid_array", name, `Invalid array`);
}

function readHash(value: FormValue, name: string): FormHash {
  if (value === "") return {};
  if (isHash(value)) return value;
  throw invalidParameter("parameter_invalid_object", name, "Invalid object");
}

/** Stripe's limits: 50 keys, names of 40 characters, values of 500. */
function readMetadata(value: FormValue, name: string): Metadata {
  if (value === "") return "";
  const entries = Object.entries(readHash(value, name)).map(
    ([key, text]) => [key, readString(text, `${name}[${key}]`)] as const,
  );
  const wrong = entries.find(([key, text]) => key.length > 40 || text.length > 500);
  if (wrong || entries.length > 50) {
    throw invalidParameter(
      "metadata_too_long",
      name,
      "Metadata takes 50 keys of 40 characters with values of 500.",
    );
  }
  return Object.fromEntries(entries);
}

function readRange(value: FormValue, name: string): TimeRange {
  if (typeof value === "string") {
    const at = readInteger(value, name);
    return { gte: at, lte: at };
  }
  const range: TimeRange = {};
  for (const [bound, text] of Object.entries(readHash(value, name))) {
    if (bound !== "gt" && bound !== "gte" && bound !== "lt" && bound !== "lte") {
      throw invalidParameter(
        "parameter_unknown",
        `${name}[${bound}]`,
        `Received unknown parameter: ${name}[${bound}]`,
      );
    }
    range[bound] = readInteger(text, `${name}[${bound}]`);
  }
  return range;
}
