import { askingDb } from "#db/client.ts";
import { howToMigrate, isMigrated, MigrationLocked } from "#db/migration-state.ts";
import { isDatabaseAway, sqlState } from "#db/sql-state.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { EnvironmentProblem, environment } from "#kernel/environment.ts";

/** Something cannot start. Its message says what is wrong and what to do, and is all there is to show. */
export class StartProblem extends Error {}

/** Throws a `StartProblem` when the database cannot be reached, or is not migrated. */
export async function requireDatabase(): Promise<void> {
  let migrated: boolean;
  try {
    migrated = await isMigrated(askingDb());
  } catch (error) {
    throw new StartProblem(startSentence(error), { cause: error });
  }
  if (!migrated) throw new StartProblem(howToMigrate);
}

/** What to tell whoever started it: a sentence with what to do, and for what nobody foresaw what it was. */
export function startSentence(error: unknown): string {
  const isSentence =
    error instanceof StartProblem ||
    error instanceof EnvironmentProblem ||
    error instanceof MigrationLocked;
  if (isSentence) return error.message;
  const code = sqlState(error) ?? "";
  if (isDatabaseAway(error)) {
    const [what, remedy] = away[code] ?? ["does not answer", checkAddress];
    return `The database at ${place()} ${what} (${code}). ${remedy}`;
  }
  if (["42P01", "3F000"].includes(code)) return howToMigrate;
  if (["EACCES", "EPERM", "EROFS"].includes(code)) return folderSentence(error);
  return `It cannot start: ${summarizeError(error)}`;
}

const checkAddress = "Check DATABASE_URL, and that Postgres runs there.";

/** What is wrong, and what to do, by the code of the error. */
const away: Record<string, [string, string]> = {
  ENOTFOUND: ["cannot be found", "Check the name of the machine in DATABASE_URL."],
  ECONNREFUSED: ["refuses connections", checkAddress],
  "28P01": ["does not accept the password", "Check user and password in DATABASE_URL."],
  "28000": ["does not let this user in", "Check user and password in DATABASE_URL."],
  "3D000": ["does not exist", "Create it, or name another one in DATABASE_URL."],
  "53300": [
    "has no connection left",
    "Lower DATABASE_POOL_MAX, or raise max_connections of Postgres.",
  ],
};

/** Without user and password. */
function place(): string {
  const { hostname, port, pathname } = new URL(environment().DATABASE_URL);
  return `${hostname}:${port || "5432"}${pathname}`;
}

function folderSentence(error: unknown): string {
  const file = error instanceof Error && "path" in error ? String(error.path) : "a folder";
  return `${file} cannot be written to. Make it writable, or set ROWLOCK_DATA to a folder that is.`;
}
