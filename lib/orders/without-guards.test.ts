import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { newId, type OrderId, type TicketId, type UserId } from "#lib/kernel/ids.ts";
import { waitUntilWaiting, whileTicketIsLocked } from "#lib/testing/barrier.ts";
import { aRequest, aTicket, someUsers } from "#lib/testing/factories.ts";
import { passTime } from "#lib/testing/movable-clock.ts";
import { only, ordersOfTicket } from "#lib/testing/read-back.ts";
import { tally } from "#lib/testing/refusals.ts";
import { useDatabase } from "#lib/testing/use-database.ts";
import { lockTicket } from "#lib/tickets/hold/lock-ticket.ts";
import { createOrder } from "./create-order.ts";
import { decideToLock } from "./decide-to-lock.ts";
import { lookAtTicket } from "./look-at-ticket.ts";

// Negative controls: with a guard taken out, the races must go wrong. Otherwise the race tests prove nothing.

useDatabase();
beforeAll(() => db().execute(sql`drop index one_live_order_per_ticket`));

const crowd = 40;

/** createOrder as one would write it first: look, decide, write. Nobody holds the row meanwhile. */
function createOrderWithoutLock(buyerId: UserId, ticketId: TicketId): Promise<OrderId> {
  const request = { ...aRequest(ticketId), buyerId };
  return inTransaction(async (tx) => {
    const seen = await lookAtTicket(tx, request);
    decideToLock(seen, buyerId, 1);
    const id = newId<"order">();
    const expiresAt = new Date(Date.now() + 900_000);
    const { requestKey } = request;
    await tx.insert(orders).values({
      id,
      ticketId,
      userId: buyerId,
      price: 4500,
      currency: "eur",
      expiresAt,
      requestKey,
    });
    await lockTicket(tx, { ticketId, orderId: id }, expiresAt, new Date());
    return id;
  });
}

test("without the row lock the same crowd buys one ticket many times over", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(crowd);
  const { done } = await tally(buyers.map((buyer) => createOrderWithoutLock(buyer, id)));
  expect(done.length).toBeGreaterThan(1);
  expect(await ordersOfTicket(id)).toHaveLength(done.length);
});

test("with the row lock and without the unique index there is still one order: the lock is the first line", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(crowd);
  await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect(await ordersOfTicket(id)).toHaveLength(1);
});

test("a clock read in the statement that waits for the lock is that of before the wait", async () => {
  const { id } = await aTicket();
  const deadline = new Date(Date.now() + 60_000);
  let waiting: Promise<{ at: Date }[]> = Promise.resolve([]);
  await whileTicketIsLocked(id, async () => {
    const reading = db()
      .select({ at: databaseClock })
      .from(tickets)
      .where(eq(tickets.id, id))
      .for("no key update");
    waiting = reading.execute();
    await waitUntilWaiting(1);
    await passTime(61);
  });
  expect(only(await waiting).at.getTime()).toBeLessThan(deadline.getTime());
});
