import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import { closeDatabase, db } from "#db/client.ts";
import { sql } from "drizzle-orm";
import { waitFor } from "#stack/wait-for.ts";

/** Declares a test for each of some reads: it reads none of these tables from the first row on. */
export function testReadsWalkNo(
  database: { url: string },
  tables: readonly string[],
  reads: [string, () => Promise<unknown>][],
): void {
  let watching: postgres.Sql | undefined;
  afterAll(() => watching?.end());

  /** How often each was, once no connection holds its count back. */
  async function walks(): Promise<unknown> {
    watching ??= postgres(database.url, { max: 1, onnotice: () => {} });
    const client = watching;
    await closeDatabase();
    const open = async () =>
      client`select from pg_stat_activity where datname = current_database() and application_name = 'rowlock'`;
    await waitFor(async () => (await open()).length === 0, "the connections to be closed", 10_000);
    const counts = await client`
      select relname, seq_scan::int from pg_stat_user_tables where relname in ${client(tables)} order by relname`;
    expect(counts).toHaveLength(tables.length);
    return [...counts];
  }

  test.each(reads)("%s walks no table", async (_, read) => {
    await read(); // reads the clock of the test's database and whatever else is read once
    const before = await walks();
    await read();
    expect(await walks()).toEqual(before);
  });

  test.each(tables)("a walk of %s is counted", async (table) => {
    const before = await walks();
    await db().execute(sql`select count(to_jsonb(t)) from ${sql.identifier(table)} t`);
    expect(await walks()).not.toEqual(before);
  });
}
