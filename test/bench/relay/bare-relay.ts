import type postgres from "postgres";

const batch = 200;

/**
 * What `relayOutbox` asks of Postgres, with nothing around it: takes rows, makes two jobs of each, marks the rows, all
 * in one transaction. It reads no domain event and knows no subscription.
 */
export async function relayBare(sql: postgres.Sql): Promise<number> {
  return sql.begin(async (tx) => {
    const rows = await tx<{ id: string; data: postgres.JSONValue }[]>`
      select * from outbox where relayed_at is null order by id limit ${batch} for update skip locked`;
    if (rows.length === 0) return 0;
    const jobs = JSON.stringify(rows.map(({ id, data }) => ({ id, data })));
    await Promise.all([
      ...["mail-ticket", "mail-sale"].map(
        (queue) => tx`
          insert into pgboss.job (name, data)
          select ${queue}, jsonb_build_object('id', r.id, 'data', r.data)
          from jsonb_to_recordset((${jobs}::text)::jsonb) as r (id uuid, data jsonb)`,
      ),
      tx`update outbox set relayed_at = clock_timestamp() where id = any(${rows.map(({ id }) => id)}::uuid[])`,
    ]);
    return rows.length;
  });
}
