import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "#test/support/use-database.ts";
import { openDatabase } from "./client.ts";
import { sqlState } from "./sql-state.ts";

const database = useDatabase();

test("an answer begins with its first row, after one that broke off in the middle of its rows", async () => {
  const { database: one, close } = openDatabase(database.url, 1);
  const brokenOff = one.execute(sql`select 1 / (4 - n) from generate_series(1, 9) as n`);
  const state = await brokenOff.then(() => null, sqlState);
  expect(state).toBe("22012"); // division by zero, in the fourth row
  const answer = await one.execute(sql`select 'first' as place`);
  expect([...answer]).toEqual([{ place: "first" }]);
  await close();
});
