import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "./client.ts";
import type { Tx } from "./transaction.ts";

type Built<Row> = {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Row> };
};

/**
 * A statement built once for the process and prepared once for each connection. Values go in as
 * `sql.placeholder("name")`.
 *
 * Drizzle's own `.prepare()` belongs to the connection it was built on; in a transaction it would be built anew
 * each time, which was measured to cost more than half of a reservation (docs/decisions has the figures). So the
 * statement is built on no connection, and each call is bound to the one it runs on.
 */
export function prepared<Values extends Record<string, unknown>, Row>(
  build: (database: Database) => Built<Row>,
): (runner: Database | Tx, values: Values) => Promise<Row> {
  let statement: ReturnType<Built<Row>["prepare"]> | undefined;
  return (runner, values) => {
    statement ??= build(drizzle.mock()).prepare("prepared"); // any name: postgres.js gives it its own
    const bound: typeof statement = Object.create(statement, {
      client: { value: clientOf(runner) },
    });
    return bound.execute(values);
  };
}

/** Drizzle keeps the connection on its session, which its types hide; `prepared.test.ts` watches that it stays so. */
function clientOf(runner: Database | Tx): unknown {
  const { session } = runner as unknown as { session: { client: unknown } };
  return session.client;
}
