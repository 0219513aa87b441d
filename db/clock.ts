import { sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Database } from "./client.ts";
import type { Tx } from "./transaction.ts";

/**
 * The database's clock at this moment, to the millisecond, which is all a Date can hold. Read it in a statement of
 * its own after taking a row lock: in the statement that waits for the lock it would be read before the wait, and
 * `now()` is the start of the transaction.
 */
export const databaseClock = sql<Date>`date_trunc('milliseconds', clock_timestamp())`.mapWith(
  orders.createdAt,
);

export async function readClock(runner: Database | Tx): Promise<Date> {
  const [row] = await runner.select({ at: databaseClock }).from(sql`(values (1)) as one`);
  if (!row) throw new Error("The database did not tell the time.");
  return row.at;
}
