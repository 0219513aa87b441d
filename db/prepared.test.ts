import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { aTicket } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { db } from "./client.ts";
import { prepared } from "./prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "./transaction.ts";

useDatabase();

const priceOf = prepared((database) =>
  database
    .select({ price: tickets.price })
    .from(tickets)
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

/** How often the statement was prepared on this transaction's connection, and how often it ran there. */
async function usesOf(tx: Tx, fragment: string) {
  return tx.execute<{ uses: number }>(sql`
    select (generic_plans + custom_plans)::int as uses from pg_prepared_statements
    where statement like ${`%${fragment}%`} and statement not like '%pg_prepared_statements%'`);
}

test("a statement is prepared once on a connection and then used again", async () => {
  const { id } = await aTicket({ price: 1999 });
  await inTransaction(async (tx) => {
    const [before] = await usesOf(tx, `select "price" from "tickets"`);
    for (let time = 0; time < 3; time += 1)
      expect(await priceOf(tx, { ticketId: id })).toEqual([{ price: 1999 }]);
    const uses = await usesOf(tx, `select "price" from "tickets"`);
    expect(uses.map(({ uses: count }) => count)).toEqual([(before?.uses ?? 0) + 3]);
  });
});

test("runs on the connection it is given: inside a transaction it sees what that wrote", async () => {
  const { id } = await aTicket({ price: 4500 });
  await inTransaction(async (tx) => {
    await tx.update(tickets).set({ price: 9900 }).where(eq(tickets.id, id));
    expect(await priceOf(tx, { ticketId: id })).toEqual([{ price: 9900 }]);
    expect(await priceOf(db(), { ticketId: id })).toEqual([{ price: 4500 }]);
  });
});

test("many at once on one connection keep their own values", async () => {
  const listed = await Promise.all([100, 200, 300].map((price) => aTicket({ price })));
  const ids = [...listed.map(({ id }) => id), newId<"ticket">()];
  const found = await inTransaction((tx) =>
    Promise.all(ids.map((ticketId) => priceOf(tx, { ticketId }))),
  );
  expect(found).toEqual([[{ price: 100 }], [{ price: 200 }], [{ price: 300 }], []]);
});
