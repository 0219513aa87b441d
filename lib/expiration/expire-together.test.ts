import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { inTransaction } from "#db/transaction.ts";
import { type OrderId } from "#kernel/ids.ts";
import { lockTicketRow } from "#lib/tickets/hold/lock-ticket-row.ts";
import { anEvent, anOrder, aTicket, callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, useStripe } from "#test/support/use-stripe.ts";
import { expireLapsedOrders } from "./expire-lapsed-orders.ts";
import { expireTogether } from "./expire-together.ts";

useDatabase();
useStripe();

const idsOf = (given: { orderId: OrderId }[]) => given.map(({ orderId }) => orderId);

test("many are ended as one is: cancelled for their reason, tickets freed, everything recorded", async () => {
  const eventId = await anEvent();
  const off = await anOrder({ ticketId: (await aTicket({ eventId })).id });
  const lapsed = await Promise.all(Array.from({ length: 5 }, () => anOrder()));
  await passTime(900);
  await callOff(eventId);
  const live = await anOrder();
  const ids = idsOf([...lapsed, off, live]);
  expect(await expireTogether(ids)).toEqual(new Set(ids));
  for (const { orderId, ticketId } of lapsed) {
    expect(await orderRow(orderId)).toMatchObject({ status: "cancelled", cancelReason: "expired" });
    expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderExpired"]);
    expect(await ticketRow(ticketId)).toMatchObject({ orderId: null, lockedUntil: null });
    expect(await storyOf(ticketId)).toEqual(["TicketUpdated:locked", "TicketUpdated:unlocked"]);
  }
  expect((await orderRow(off.orderId)).cancelReason).toBe("event_over");
  expect(await storyOf(off.orderId)).toEqual(["OrderCreated", "OrderCancelled"]);
  expect((await orderRow(live.orderId)).status).toBe("created");
});

test("twice, or by several workers at once, each lapses once", async () => {
  const lapsed = await Promise.all(Array.from({ length: 20 }, () => anOrder()));
  await passTime(900);
  const ids = idsOf(lapsed);
  await Promise.all([expireTogether(ids), expireTogether(ids.toReversed()), expireTogether(ids)]);
  await expireTogether(ids);
  for (const { orderId } of lapsed)
    expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderExpired"]);
});

test("a payment under way is left to be settled: Stripe is asked first", async () => {
  const [payment, idle] = [await aPayment(), await anOrder()];
  await payWith("pm_card_visa", payment.stripeId);
  await passTime(901);
  expect(await expireTogether([payment.orderId, idle.orderId])).toEqual(new Set([idle.orderId]));
  expect((await orderRow(payment.orderId)).status).toBe("awaiting_payment");
  await expireLapsedOrders();
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("a lapsed order whose ticket another order holds by now is cancelled once, and that hold stays", async () => {
  const { orderId, ticketId } = await anOrder();
  await passTime(3 * 60 * 60);
  const theirs = await anOrder({ ticketId });
  await expireTogether([orderId, theirs.orderId]);
  expect((await ticketRow(ticketId)).orderId).toBe(theirs.orderId);
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderExpired"]);
});

test("whoever somebody else works on is left to be waited for, and to whatever was decided there", async () => {
  const [other, free] = [await anOrder(), await anOrder()];
  await passTime(900);
  const ids = [other.orderId, free.orderId];
  await inTransaction(async (tx) => {
    await lockTicketRow(tx, other.ticketId);
    await tx.update(orders).set({ status: "awaiting_payment" }).where(eq(orders.id, other.orderId));
    const timeUp = AbortSignal.timeout(10_000);
    const done = await Promise.race([
      expireTogether(ids),
      new Promise((resolve) => timeUp.addEventListener("abort", resolve)),
    ]);
    expect(done).toEqual(new Set([free.orderId]));
  });
  expect((await orderRow(other.orderId)).status).toBe("awaiting_payment");
  await db()
    .update(orders)
    .set({ status: "cancelled", cancelReason: "buyer", cancelledAt: new Date() })
    .where(eq(orders.id, other.orderId));
});

test("the sweep ends more than a batch, and each is tried once", async () => {
  await passTime(60 * 60);
  await expireLapsedOrders(); // what the tests above have left
  const count = 1203;
  for (let made = 0; made < count; made += 60)
    await Promise.all(Array.from({ length: Math.min(60, count - made) }, () => anOrder()));
  await passTime(901);
  expect(await expireLapsedOrders()).toBe(count);
  expect(await expireLapsedOrders()).toBe(0);
}, 60_000);
