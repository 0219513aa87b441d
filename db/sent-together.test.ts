import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#test/support/use-database.ts";
import { sentTogether } from "./sent-together.ts";
import { sqlState } from "./sql-state.ts";
import { inTransaction } from "./transaction.ts";

useDatabase();

test("of statements sent behind each other the first that failed is heard, not the ones it took along", async () => {
  const failed = inTransaction((tx) =>
    sentTogether({
      first: tx.execute(sql`select 1`),
      wrong: tx.execute(sql`select 1 / 0`),
      after: tx.execute(sql`select 2`),
      early: Promise.reject(new Error("heard before the database answered")),
    }),
  );
  expect(sqlState(await failed.catch((error: unknown) => error))).toBe("22012");
});

test("each answer comes under its name", async () => {
  const late = new Promise((resolve) => setImmediate(() => resolve("late")));
  const answers = await sentTogether({ slow: late, quick: Promise.resolve("at once") });
  expect(answers).toEqual({ slow: "late", quick: "at once" });
});
