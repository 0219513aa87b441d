import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#test/support/use-database.ts";
import { sentTogether } from "./sent-together.ts";
import { sqlState } from "./sql-state.ts";
import { inTransaction } from "./transaction.ts";

useDatabase();

test("of statements sent behind each other the first that failed is heard, not the ones it took along", async () => {
  const failed = inTransaction((tx) =>
    sentTogether(
      tx.execute(sql`select 1`),
      tx.execute(sql`select 1 / 0`),
      tx.execute(sql`select 2`),
      Promise.reject(new Error("heard before the database answered")),
    ),
  );
  expect(sqlState(await failed.catch((error: unknown) => error))).toBe("22012");
});

test("what they answered comes in their order", async () => {
  const late = new Promise((resolve) => setImmediate(() => resolve("first")));
  expect(await sentTogether(late, Promise.resolve("second"))).toEqual(["first", "second"]);
});
