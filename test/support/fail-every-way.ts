// A program: makes each kind of statement fail with MARKER among its values, and logs what it failed with. It has a
// process of its own, because only there its log is all that it writes.
import { eq, sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { closeDatabase, db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { users } from "#db/schema/auth.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { newId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { logThroughReport } from "#lib/web/log-through-report.ts";

const marker = process.env["MARKER"] ?? "";
const hash = `$argon2id$v=19$m=47104,t=1,p=1$${marker}`;
const row = () => ({ id: newId<"user">(), name: marker, email: marker, passwordHash: hash });

const find = prepared((database) =>
  database
    .select()
    .from(users)
    .where(sql`${users.email} = ${sql.placeholder("email")} and ${users.name}::int > 0`),
);

const insertTwice = async (tx: Tx) => {
  const twice = row();
  await tx.insert(users).values({ ...twice, email: marker.toLowerCase() });
  await tx.insert(users).values({ ...twice, email: marker.toLowerCase() });
};

await db()
  .insert(users)
  .values({ ...row(), email: `${marker.toLowerCase()}@example.com` });
const ways: Record<string, () => Promise<unknown>> = {
  insert: () => db().insert(users).values(row()),
  update: () => db().update(users).set({ email: marker }),
  select: () =>
    db()
      .select()
      .from(users)
      .where(sql`${users.id} = ${marker}::uuid`),
  delete: () =>
    db()
      .delete(users)
      .where(eq(users.role, sql`${marker}::int`)),
  raw: () => db().execute(sql.raw(`select '${marker}'::int, $$${marker}$$, 'a''${marker}'`)),
  wrong: () => db().execute(sql.raw(`select '${marker}' form nothing where "at" = '${marker}`)),
  transaction: () => inTransaction(insertTwice),
  savepoint: () => inTransaction((tx) => tx.transaction(insertTwice)),
  prepared: () => find(db(), { email: `${marker.toLowerCase()}@example.com` }),
  jobs: () => inTransaction((tx) => fromDrizzle(tx, sql).executeSql("select $1::int", [marker])),
};

Object.assign(process.env, { NODE_ENV: "production" });
logThroughReport();
for (const [way, fail] of Object.entries(ways)) {
  const error: unknown = await fail().then(
    () => new Error("It did not fail."),
    (caught: unknown) => caught,
  );
  report("error", way, { error, nested: { error, list: [error] } });
  report("error", `${way}, in a line`, { line: summarizeError(error) });
  console.error("⨯", error);
  console.warn(String(error));
}
await closeDatabase();
