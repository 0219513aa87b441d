import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { foldRows } from "./fold-rows.ts";

/** Brings the tables to the newest migration. A second caller waits until the first is done. */
export async function migrateTables(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(hashtext('rowlock migrations'))`;
    await migrate(drizzle(client), {
      migrationsFolder: path.join(import.meta.dirname, "migrations"),
    });
    await foldRows(client);
  } finally {
    await client.end({ timeout: 5 });
  }
}
