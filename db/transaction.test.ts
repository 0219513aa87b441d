import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { aTicket } from "#test/support/factories.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import type { TicketId } from "#kernel/ids.ts";
import { tickets } from "#db/schema/tickets.ts";
import { afterCommit, inTransaction, type Tx } from "./transaction.ts";

useDatabase();

const reprice = (tx: Tx, id: TicketId) =>
  tx
    .update(tickets)
    .set({ price: sql`price + 1` })
    .where(eq(tickets.id, id));

test("a deadlock is tried again until both are through", async () => {
  const [one, other] = [(await aTicket({ price: 100 })).id, (await aTicket({ price: 100 })).id];
  const bothHaveOne = barrier(2);
  let attempts = 0;
  const crossing = (first: TicketId, second: TicketId) =>
    inTransaction(async (tx) => {
      attempts += 1;
      await tx.execute(sql`set local deadlock_timeout = '10ms'`);
      await reprice(tx, first);
      await bothHaveOne();
      await reprice(tx, second);
    });
  await Promise.all([crossing(one, other), crossing(other, one)]);
  expect(attempts).toBeGreaterThan(2);
  expect(await Promise.all([one, other].map(async (id) => (await ticketRow(id)).price))).toEqual([
    102, 102,
  ]);
});

test("a transaction that waits too long for a lock is refused as busy, after three tries", async () => {
  const { id } = await aTicket({ price: 100 });
  let attempts = 0;
  await whileTicketRowIsLocked(id, async () => {
    const impatient = inTransaction(async (tx) => {
      attempts += 1;
      await tx.execute(sql`set local lock_timeout = '20ms'`);
      await reprice(tx, id);
    });
    expect(await refusalOf(impatient)).toEqual({ code: "busy", details: {} });
  });
  expect(attempts).toBe(3);
  expect((await ticketRow(id)).price).toBe(100);
});

test("a mistake is not tried again and leaves nothing behind", async () => {
  const { id } = await aTicket({ price: 100 });
  let attempts = 0;
  const failing = inTransaction(async (tx) => {
    attempts += 1;
    await reprice(tx, id);
    throw new Error("mistake");
  });
  await expect(failing).rejects.toThrow("mistake");
  expect(attempts).toBe(1);
  expect((await ticketRow(id)).price).toBe(100);
});

test("what follows a commit follows once, however often it was asked for", async () => {
  let followed = 0;
  const follow = () => (followed += 1);
  await inTransaction(async (tx) => {
    for (let time = 0; time < 3; time += 1) afterCommit(tx, follow);
    expect(followed).toBe(0);
  });
  expect(followed).toBe(1);
});

test("nothing follows a rollback, and of a repeated transaction only what the last try asked for", async () => {
  const followed: number[] = [];
  const rolledBack = inTransaction(async (tx) => {
    afterCommit(tx, () => followed.push(0));
    throw new Error("no");
  });
  await expect(rolledBack).rejects.toThrow("no");
  let attempt = 0;
  await inTransaction(async (tx) => {
    attempt += 1;
    const thisOne = attempt;
    afterCommit(tx, () => followed.push(thisOne));
    if (attempt === 1) await tx.execute(sql`do $$ begin raise sqlstate '40001'; end $$`);
  });
  expect(followed).toEqual([2]);
});

/** Resolves for all callers once there are `count` of them. */
function barrier(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let arrived = 0;
  return () => {
    arrived += 1;
    if (arrived >= count) resolve();
    return promise;
  };
}
