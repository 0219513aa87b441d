import postgres from "postgres";
import { afterAll, expect, inject, test } from "vitest";
import { dropDatabase } from "#test/support/clone-database.ts";
import { createDatabase } from "./create-database.ts";
import { migrate } from "./migrate.ts";

const url = new URL(inject("templateUrl"));
url.pathname = `/rowlock_fresh_${crypto.randomUUID().replaceAll("-", "")}`;
afterAll(() => dropDatabase(url.href));

test("makes a database that is not there, and leaves one that is alone", async () => {
  expect(await createDatabase(url.href)).toBe(true);
  expect(await createDatabase(url.href)).toBe(false);
});

test("its collation is chosen, not inherited", async () => {
  const client = postgres(url.href, { max: 1 });
  const [made] = await client`
    select current_setting('server_version_num')::int >= 170000 as modern, to_jsonb(d) ->> 'datlocprovider' as provider,
      to_jsonb(d) ->> 'datlocale' as locale, lower('BEYONCÉ ŁÓDŹ') as lower
    from pg_database d where datname = current_database()`;
  const chosen = { provider: "b", locale: "C.UTF-8", lower: "beyoncé łódź" };
  expect(made).toMatchObject(made?.["modern"] ? chosen : { provider: "c" });
  await client.end();
});

test("web and worker starting together migrate it once, and a second start changes nothing", async () => {
  await Promise.all([migrate(url.href), migrate(url.href)]);
  const client = postgres(url.href, { max: 1 });
  const tables = () => client`select schemaname, tablename from pg_tables order by 1, 2`;
  const before = [...(await tables())];
  await migrate(url.href);
  expect([...(await tables())]).toEqual(before);
  expect(before.map(({ tablename }) => String(tablename))).toEqual(
    expect.arrayContaining([
      "users",
      "tickets",
      "orders",
      "charges",
      "outbox",
      "stripe_events",
      "job",
    ]),
  );
  await client.end();
});
