import { type SQL, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Database } from "./client.ts";
import { prepared } from "./prepared.ts";
import type { Tx } from "./transaction.ts";

/**
 * The database's clock at this moment, to the millisecond, which is all a Date can hold. Read it in a statement of
 * its own after taking a row lock: in the statement that waits for the lock it would be read before the wait, and
 * `now()` is the start of the transaction.
 */
export const databaseClock = sql<Date>`date_trunc('milliseconds', clock_timestamp())`.mapWith(
  orders.createdAt,
);

/**
 * The moment an interval of Postgres ago, for finding rows by it. Asked in a query of its own the clock is read once and
 * an index can be used; anywhere else it is read for every row, and every row is read.
 */
export function ago(interval: string): SQL {
  return sql`(select clock_timestamp() - ${interval}::interval)`;
}

const selectClock = prepared((database) =>
  database.select({ at: databaseClock }).from(sql`(values (1)) as one`),
);

export async function readClock(runner: Database | Tx): Promise<Date> {
  const [row] = await selectClock(runner, {});
  if (!row) throw new Error("The database did not tell the time.");
  return row.at;
}
