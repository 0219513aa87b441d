// A program: works on DATABASE_URL while its backends are being killed, and prints the outcome as JSON.
// It has a process of its own, because the fault it guards against ends the process.
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { sqlState } from "#db/sql-state.ts";
import { inTransaction } from "#db/transaction.ts";
import { aUser } from "./factories.ts";

const rounds = 15;
const killer = postgres(process.env["DATABASE_URL"] ?? "", { max: 1, onnotice: () => {} });
const failures = new Map<string, number>();
let done = 0;

/** Enough statements for some to be killed while they wait for an answer, some while they are queued. */
async function writeALot(): Promise<void> {
  await inTransaction(async (tx) => {
    const writes = Array.from({ length: 20 }, () => tx.execute(sql`select pg_sleep(0.001)`));
    await Promise.all([...writes, tx.update(users).set({ name: "x".repeat(80) })]);
  });
  done += 1;
}

for (let round = 0; round < rounds; round += 1) {
  const working = Array.from({ length: 8 }, () =>
    writeALot().catch((error: unknown) => {
      const code = sqlState(error) ?? String(error);
      failures.set(code, (failures.get(code) ?? 0) + 1);
    }),
  );
  // More in each round, until a transaction is cut in every one of its attempts.
  for (let kill = 0; kill < 4 + round; kill += 1) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    await killer`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'rowlock'`;
  }
  await Promise.all(working);
}

await aUser(); // the pool works again
const [found] = await db().select().from(users).limit(1);
const result = {
  rounds,
  done,
  failures: Object.fromEntries(failures),
  recovered: found !== undefined,
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0); // closing would wait five seconds for the connections that died inside a transaction
