import { drizzle } from "drizzle-orm/postgres-js";
import type { Database } from "./client.ts";
import type { Tx } from "./transaction.ts";

type Built<Row> = {
  prepare(name: string): { execute(values?: Record<string, unknown>): Promise<Row> };
};

/**
 * A statement built once and prepared once per connection. Drizzle's own `.prepare()` belongs to the
 * connection it was built on, so inside transactions it would be built anew each time; measured, that
 * costs more than half of a reservation. Values go in as `sql.placeholder("name")`.
 */
export function prepared<Values extends Record<string, unknown>, Row>(
  build: (database: Database) => Built<Row>,
): (runner: Database | Tx, values: Values) => Promise<Row> {
  let statement: ReturnType<Built<Row>["prepare"]> | undefined;
  return (runner, values) => {
    statement ??= build(drizzle.mock()).prepare("prepared"); // postgres.js names it: any name says "prepare"
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
