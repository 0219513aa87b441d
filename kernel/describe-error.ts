type DescribedError = {
  name: string;
  /** Left out of what comes from a database, which quotes the values it was given. */
  message?: string;
  code?: string;
  constraint?: string;
  table?: string;
  statement?: string;
  frames: string[];
  cause?: DescribedError;
  errors?: DescribedError[];
};

const keptFrames = 12;
const keptCharacters = 400;
/** An error may be its own cause. */
const deepest = 5;

/**
 * What a log may hold of an error. Drizzle's message has the values of the statement, and a driver's the value that
 * was refused: of those, only what is known to be names remains, and the statement without its literals.
 */
export function describeError(error: Error, depth = 0): DescribedError {
  const { name, cause } = error;
  const query = textOf(error, "query");
  const isOfDatabase = query !== undefined || "severity" in error;
  const inner = error instanceof AggregateError ? error.errors.filter(isError) : [];
  const goOn = depth < deepest;
  return defined({
    name: query !== undefined && name === "Error" ? "FailedQuery" : name, // drizzle's has no name of its own
    message: isOfDatabase ? undefined : withoutPersonalData(error.message),
    code: textOf(error, "code"),
    constraint: textOf(error, "constraint_name") ?? textOf(error, "constraint"),
    table: textOf(error, "table_name") ?? textOf(error, "table"),
    statement: query === undefined ? undefined : withoutLiterals(query),
    frames: framesOf(error),
    cause: goOn && isError(cause) ? describeError(cause, depth + 1) : undefined,
    errors:
      goOn && inner.length > 0 ? inner.map((one) => describeError(one, depth + 1)) : undefined,
  });
}

/** The same in one line, for where a log is not the place: a job's output, a terminal. */
export function summarizeError(error: unknown): string {
  if (!isError(error)) return withoutPersonalData(String(error));
  const { name, message, code, constraint, statement, cause } = describeError(error);
  const own = [name, code, constraint, message, statement && `in: ${statement}`];
  const line = own.filter(Boolean).join(" ");
  return cause && isError(error.cause) ? `${line}; ${summarizeError(error.cause)}` : line;
}

const personal: [RegExp, string][] = [
  [/[^\s@<>"'(),:;=]+@[^\s@<>"'(),:;=]+/g, "[email]"],
  [/\$argon2\S*/g, "[hash]"],
  [/\b(?:[sr]k_(?:live|test)|whsec)_\w+/g, "[secret]"],
  [/(\bpostgres(?:ql)?|smtps?):\/\/[^\s"']*/g, "$1://[address]"],
  [/\bparams: [\s\S]*/g, "params: [left out]"],
  [/Failed query: [\s\S]*/g, "Failed query: [left out]"],
  [/"[^"]*"(?=[,.…]* ?is not valid JSON)/g, "[text]"],
];

/** Text without what could be somebody's address or secret, and not longer than a line of a log should be. */
export function withoutPersonalData(text: string): string {
  const cleaned = personal.reduce((kept, [pattern, word]) => kept.replace(pattern, word), text);
  return cleaned.length > keptCharacters * 4 ? `${cleaned.slice(0, keptCharacters * 4)}…` : cleaned;
}

/** Numbers that are not the number of a parameter, and quoted texts of all of Postgres's kinds. */
function withoutLiterals(statement: string): string {
  return statement
    .replace(/(\$\w*\$)[\s\S]*?(?:\1|$)/g, "'…'")
    .replace(/'(?:[^'\\]|\\.|'')*(?:'|$)/g, "'…'")
    .replace(/(?<![\w$."])\d[\d.]*/g, "…")
    .replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, keptCharacters);
}

/** Where it came from, without the message, which begins every stack and may have many lines. */
function framesOf({ stack = "" }: Error): string[] {
  const frames = stack.split("\n").filter((line) => /^\s+at \S.*:\d+\)?$/.test(line));
  return frames.slice(0, keptFrames).map((frame) => frame.trim());
}

function textOf(error: object, name: string): string | undefined {
  const found: unknown = Reflect.get(error, name);
  return typeof found === "string" && found !== "" ? found : undefined;
}

function isError(value: unknown): value is Error {
  return value instanceof Error;
}

function defined<T extends Record<string, unknown>>(fields: T) {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Name in keyof T]: NonNullable<T[Name]> }; // those left out are optional
}
