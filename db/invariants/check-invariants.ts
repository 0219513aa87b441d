import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { patienceOf } from "#db/patience.ts";
import { patientClient } from "#db/patient-client.ts";

type Row = Record<string, unknown>;
type Invariant = {
  name: string;
  truth: string;
  /** Holds only when nothing is under way. */
  needsRest: boolean;
  query: string;
};
export type BrokenInvariant = { name: string; truth: string; rows: Row[] };

/** Enough to see what is wrong; the file holds the query for the rest. */
const rowsShown = 20;

/** Longer than a person would wait for a long history, shorter than the minute until the next check. */
const statementMilliseconds = 45_000;
const answerMilliseconds = 50_000;

/**
 * Every invariant there is, a file each, whose first line says the truth and whose query finds what denies it.
 * Those in `always/` hold at every moment, those in `at-rest/` once nothing is under way.
 */
export const invariants: Invariant[] = [...readInvariants("always"), ...readInvariants("at-rest")];

function readInvariants(folder: "always" | "at-rest"): Invariant[] {
  const files = readdirSync(path.join(import.meta.dirname, folder)).toSorted();
  return files.map((file) => {
    const query = readFileSync(path.join(import.meta.dirname, folder, file), "utf8");
    const [comment = ""] = query.split("\n", 1);
    const truth = comment.replace(/^-- /, "");
    return { name: path.basename(file, ".sql"), truth, needsRest: folder === "at-rest", query };
  });
}

const snapshot = "isolation level repeatable read read only";

type Wish = { atRest: boolean };

/**
 * Runs the invariants' queries in one snapshot of the database, so that none sees another's moment. Resolves to
 * the broken invariants, each with at most twenty of the rows that break it. `atRest` adds those that hold only
 * when nothing is under way. Given an address, it opens and closes a connection of its own.
 */
export async function checkInvariants(
  database: postgres.Sql | string,
  { atRest }: Wish,
): Promise<BrokenInvariant[]> {
  if (typeof database !== "string") {
    return database.begin(snapshot, (tx) => findBroken(tx, { atRest }));
  }
  const patience = patienceOf(answerMilliseconds, 1);
  const options = {
    max: 1,
    connect_timeout: 5,
    fetch_types: false, // as in db/client.ts
    onnotice: () => {},
    connection: { application_name: "rowlock invariants" },
    socket: patience.openSocket, // as in db/client.ts
  };
  const connection = postgres(database, options);
  try {
    return await patientClient(connection, patience).begin(snapshot, async (tx) => {
      // For this transaction alone: a pooler refuses settings at the start of a session.
      await tx.unsafe(`set local statement_timeout = ${statementMilliseconds}`);
      return findBroken(tx, { atRest });
    });
  } finally {
    await connection.end({ timeout: 5 });
  }
}

/** The same, as the caller's transaction sees things. */
export async function findBroken(
  tx: postgres.TransactionSql,
  { atRest }: Wish,
): Promise<BrokenInvariant[]> {
  const asked = invariants.filter(({ needsRest }) => atRest || !needsRest);
  const answers = await Promise.all(
    asked.map(async ({ name, truth, query }) => ({ name, truth, rows: await someOf(tx, query) })),
  );
  return answers.filter(({ rows }) => rows.length > 0);
}

/** Materialized, or the planner would plan for the first twenty rows of what has none. */
async function someOf(tx: postgres.TransactionSql, query: string): Promise<Row[]> {
  const limited = `with broken as materialized (${query}) select * from broken limit ${rowsShown}`;
  return [...(await tx.unsafe<Row[]>(limited))];
}
