import { sql } from "drizzle-orm";
import type { Database } from "./client.ts";
import journal from "./migrations/meta/_journal.json" with { type: "json" };
import { sqlState } from "./sql-state.ts";

/** What to tell whoever started something on a database whose tables are older than the code. */
export const howToMigrate =
  "The database is empty or older than this version. Run npm run db:migrate, then start again.";

/** Somebody else was migrating for longer than one waits. */
export class MigrationLocked extends Error {}

const newest = Math.max(...journal.entries.map(({ when }) => when));
const undefinedTable = ["42P01", "3F000"];

/** Whether tables and job queues are there, the tables as new as this code or newer. */
export async function isMigrated(database: Database): Promise<boolean> {
  try {
    const [row] = await database.execute<{ migrated: boolean }>(sql`
      select coalesce(max(created_at), 0) >= ${newest}::bigint
        and to_regclass('pgboss.job') is not null as migrated
      from drizzle.__drizzle_migrations`);
    return row?.migrated ?? false;
  } catch (error) {
    if (undefinedTable.includes(sqlState(error) ?? "")) return false;
    throw error;
  }
}
