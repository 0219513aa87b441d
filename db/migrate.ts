import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readMigrationFiles } from "drizzle-orm/migrator";
import postgres from "postgres";
import { report } from "#kernel/report.ts";
import { MigrationLocked } from "./migration-state.ts";
import { foldRows } from "./fold-rows.ts";

const migrationsFolder = path.join(import.meta.dirname, "migrations");
const askAgainMilliseconds = 250;

type Waiting = { patienceMilliseconds?: number; say?: (sentence: string) => void };

/**
 * Brings the tables to the newest migration, all in one transaction. A second caller waits until the first is done;
 * the lock between them ends with the transaction, so that it works through a pooler too, which would keep a
 * session's lock for ever. Throws `MigrationLocked` when the wait is too long.
 */
export async function migrateTables(url: string, waiting: Waiting = {}): Promise<void> {
  const client = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    await client.begin(async (tx) => {
      await lockMigrations(tx, waiting);
      await applyMissing(tx);
    });
    await foldRows(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}

async function lockMigrations(
  tx: postgres.TransactionSql,
  { patienceMilliseconds = 60_000, say = (sentence) => report("info", sentence) }: Waiting,
): Promise<void> {
  const started = performance.now();
  for (let tries = 1; ; tries += 1) {
    const [row] = await tx<
      { mine: boolean }[]
    >`select pg_try_advisory_xact_lock(hashtext('rowlock migrating')) as mine`;
    if (row?.mine) return;
    if (tries === 4) say("Another process is migrating this database. Waiting for it to finish …");
    if (performance.now() - started > patienceMilliseconds)
      throw new MigrationLocked(
        "Another process has been migrating this database for too long. See in pg_stat_activity what it waits for, end it if it hangs, then run npm run db:migrate again.",
      );
    await pause(askAgainMilliseconds);
  }
}

/** In drizzle's own table, so that its tools know what was applied. */
async function applyMissing(tx: postgres.TransactionSql): Promise<void> {
  await tx`create schema if not exists drizzle`;
  await tx`create table if not exists drizzle.__drizzle_migrations (
    id serial primary key, hash text not null, created_at bigint)`;
  const [last] = await tx<{ at: string | null }[]>`
    select max(created_at) as at from drizzle.__drizzle_migrations`;
  for (const migration of readMigrationFiles({ migrationsFolder })) {
    if (migration.folderMillis <= Number(last?.at ?? 0)) continue;
    for (const statement of migration.sql) await tx.unsafe(statement);
    await tx`insert into drizzle.__drizzle_migrations (hash, created_at)
      values (${migration.hash}, ${migration.folderMillis})`;
  }
}
