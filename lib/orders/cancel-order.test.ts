import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { inTransaction } from "#db/transaction.ts";
import { newId, type OrderId } from "#kernel/ids.ts";
import { waitUntilWaiting, whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { anOrder, aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { plantOrder } from "#test/support/planted-orders.ts";
import { domainEventsOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { awaitPayment } from "./await-payment.ts";
import { cancelOrder } from "./cancel-order.ts";
import { authorizeOrder } from "./authorize-order.ts";
import { completeOrder } from "./complete-order.ts";
import { findOrder } from "./find-orders.ts";
import { listOrders } from "./list-orders.ts";
import { listOrderHistory } from "./list-order-history.ts";
import { type OrderForUpdate, readOrderForUpdate } from "./read-order-for-update.ts";

useDatabase();

/** What payments does, without a payment: brings an order further along under its locks. */
async function advance(
  orderId: OrderId,
  ...steps: ((
    tx: Parameters<typeof readOrderForUpdate>[0],
    locked: OrderForUpdate,
  ) => Promise<void>)[]
) {
  for (const step of steps) {
    await inTransaction(async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      if (locked) await step(tx, locked);
    });
  }
}
const submitted: Parameters<typeof advance>[1] = (tx, locked) =>
  awaitPayment(tx, locked, newId<"charge">());
const authorized: Parameters<typeof advance>[1] = (tx, locked) =>
  authorizeOrder(tx, locked, locked.decidedAt);

test("a buyer's own order ends and frees its ticket at once", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  expect(await cancelOrder(buyerId, { orderId })).toBe(ticketId);
  expect(await orderRow(orderId)).toMatchObject({ status: "cancelled", cancelReason: "buyer" });
  expect(await ticketRow(ticketId)).toMatchObject({ orderId: null, lockedUntil: null });
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderCancelled"]);
  expect((await domainEventsOf(orderId)).at(-1)?.data).toMatchObject({ reason: "buyer" });
  await anOrder({ ticketId });
});

test("cancelling twice, or ten times at once, is cancelling once", async () => {
  const { orderId, buyerId } = await anOrder();
  await Promise.all(Array.from({ length: 10 }, () => cancelOrder(buyerId, { orderId })));
  await cancelOrder(buyerId, { orderId });
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderCancelled"]);
});

test("somebody else's order is like one that does not exist", async () => {
  const { orderId } = await anOrder();
  const stranger = await aUser();
  const theirs = await refusalOf(cancelOrder(stranger, { orderId }));
  expect(theirs).toEqual(await refusalOf(cancelOrder(stranger, { orderId: newId<"order">() })));
  expect(theirs.code).toBe("order-not-found");
  expect(await findOrder(stranger, orderId)).toBeNull();
  expect((await orderRow(orderId)).status).toBe("created");
});

test("an order whose payment is authorised cannot be cancelled, and does not lapse", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  await advance(orderId, submitted, authorized);
  await passTime(901);
  expect(await refusalOf(cancelOrder(buyerId, { orderId }))).toMatchObject({
    code: "payment-being-finished",
  });
  expect(await refusalOf(anOrder({ ticketId }))).toEqual({
    code: "ticket-locked",
    details: { until: null },
  });
});

test("a completed order cannot be cancelled", async () => {
  const { orderId, buyerId } = await anOrder();
  await advance(orderId, submitted, authorized, completeOrder);
  const refusal = await refusalOf(cancelOrder(buyerId, { orderId }));
  expect(refusal).toEqual({ code: "order-completed", details: { orderId } });
});

test("cancelled after its deadline, it has expired, not been cancelled", async () => {
  const { orderId, buyerId } = await anOrder();
  await passTime(900);
  await cancelOrder(buyerId, { orderId });
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderExpired"]);
});

test("a request that waits for the row lock across the deadline is judged after the wait", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  let waiting: Promise<unknown> = Promise.resolve();
  await whileTicketRowIsLocked(ticketId, async () => {
    waiting = cancelOrder(buyerId, { orderId });
    await waitUntilWaiting(1);
    await passTime(901);
  });
  await waiting;
  expect((await orderRow(orderId)).cancelReason).toBe("expired");
});

test("an order that lost its ticket to somebody else leaves that one's hold alone", async () => {
  const { orderId: theirs, ticketId } = await anOrder();
  await db().execute(sql`drop index one_live_order_per_ticket`); // what must never be, and here is
  const { id: orderId, userId } = await plantOrder({ ticketId });
  await cancelOrder(userId, { orderId });
  expect((await ticketRow(ticketId)).orderId).toBe(theirs);
});

test("each change of status is told once, by the transaction that made it", async () => {
  const { orderId, buyerId } = await anOrder();
  const xids = [await writerOf(orderId)];
  await advance(orderId, submitted);
  xids.push(await writerOf(orderId));
  await advance(orderId, authorized, completeOrder);
  xids.push(await writerOf(orderId));
  const told = await domainEventsOf(orderId);
  expect(told.map(({ type }) => type)).toEqual([
    "OrderCreated",
    "OrderAwaitingPayment",
    "OrderCompleted",
  ]);
  expect(told.map(({ xid }) => xid)).toEqual(xids);
  const history = await listOrderHistory(orderId);
  expect(history.map(({ type }) => type)).toEqual(told.map(({ type }) => type));
  expect((await listOrders(buyerId)).rows).toHaveLength(1);
});

/** The transaction that last wrote an order's row. */
async function writerOf(orderId: OrderId): Promise<string> {
  const rows = await db()
    .select({ xid: sql<string>`xmin::text` })
    .from(orders)
    .where(eq(orders.id, orderId));
  return only(rows).xid;
}
