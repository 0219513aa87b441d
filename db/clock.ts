import { sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Database } from "./client.ts";
import type { Tx } from "./transaction.ts";

/**
 * The database's clock, now. `now()` would be the start of the transaction, and inside the statement
 * that waits for a lock even this would be read before the wait: lock first, then ask, in a statement of
 * its own. Cut to the millisecond, which is all a Date can hold.
 */
export const databaseClock = sql<Date>`date_trunc('milliseconds', clock_timestamp())`.mapWith(
  orders.createdAt,
);

export async function readClock(runner: Database | Tx): Promise<Date> {
  const [row] = await runner.select({ at: databaseClock }).from(sql`(values (1)) as one`);
  if (!row) throw new Error("The database did not tell the time.");
  return row.at;
}
