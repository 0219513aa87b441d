import type postgres from "postgres";

/** What may change although nobody changed anything: when something was last used or looked at, and what was emailed. */
const volatile = [
  "last_seen_at",
  "used_at",
  "settling_until",
  "settled_at",
  "token_hashes",
  "code_hash",
];

export type OwnedRows = Map<string, string>;

/** What the owners of these email addresses have in every table, as one hash for each owner and table. */
export async function readOwnedRows(
  sql: postgres.Sql,
  emails: Record<string, string>,
): Promise<OwnedRows> {
  const tables = await tablesWithOwner(sql);
  const sources = [
    "select users.email as email, 'users' as name, to_jsonb(users) as row from users",
    "select users.email, 'charges', to_jsonb(charges) from users join orders on user_id = users.id join charges on order_id = orders.id",
    "select users.email, 'refunds', to_jsonb(refunds) from users join orders on user_id = users.id join charges on order_id = orders.id join refunds on charge_id = charges.id",
    ...tables.map(
      (table) =>
        `select users.email, '${table}', to_jsonb("${table}") from users join "${table}" on user_id = users.id`,
    ),
  ];
  const rows = await sql.unsafe<{ email: string; name: string; hash: string }[]>(
    `select email, name, md5(string_agg((row - $2::text[])::text, ',' order by row::text)) as hash
    from (${sources.join(" union all ")}) owned where email = any($1) group by email, name`,
    [Object.values(emails), volatile],
  );
  const personOf = Object.fromEntries(Object.entries(emails).map(([who, email]) => [email, who]));
  return new Map(rows.map(({ email, name, hash }) => [`${personOf[email]} ${name}`, hash]));
}

/** A table that is added later, with a column `user_id` like all others, is looked at as well. */
async function tablesWithOwner(sql: postgres.Sql): Promise<string[]> {
  const found = await sql<{ name: string }[]>`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'user_id' order by table_name`;
  return found.map(({ name }) => name);
}

/** Whose rows of which tables differ, as `own orders, seller's tickets`. */
export function changesBetween(before: OwnedRows, after: OwnedRows, caller: string): string {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => name.replace(/^(\S+) /, (_, who) => (who === caller ? "own " : `${who}'s `)))
    .toSorted()
    .join(", ");
}
