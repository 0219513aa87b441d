import { migrateTables } from "#db/migrate.ts";
import { migrateJobs } from "#worker/migrate-jobs.ts";

/** Brings tables and job queues up to date. Both have to be there before web and worker start. */
export async function migrate(databaseUrl: string): Promise<void> {
  await migrateTables(databaseUrl);
  await migrateJobs(databaseUrl);
}
