import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import { expireLapsedOrders } from "#lib/expiration/expire-lapsed-orders.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { reconcilePayments } from "../reconcile/reconcile-payments.ts";
import { startPayment } from "../start/start-payment.ts";
import { waitUntilWaiting, whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { anEvent, anOrder, aTicket, callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "./settle-order.ts";

useDatabase();
useStripe();

async function aTicketAndEvent(given: Parameters<typeof anEvent>[0] = {}) {
  const eventId = await anEvent(given);
  return { eventId, ticketId: (await aTicket({ eventId })).id };
}

const over = { status: "cancelled", cancelReason: "event_over" };

async function expectCancelled(payment: Awaited<ReturnType<typeof aPayment>>) {
  expect(await orderRow(payment.orderId)).toMatchObject(over);
  expect(await ticketRow(payment.ticketId)).toMatchObject({ orderId: null, soldAt: null });
  expect(only(await chargesOf(payment.orderId)).status).toBe("failed");
  expect(moneyOf(payment.stripeId)).not.toContain("captured");
  const told = and(eq(outbox.subjectId, payment.orderId), eq(outbox.type, "OrderCancelled"));
  expect(only(await db().select().from(outbox).where(told)).data).toMatchObject({
    reason: "event_over",
  });
}

test("called off before the card is given: nothing can be paid", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const { orderId, buyerId } = await anOrder({ ticketId });
  await callOff(eventId);
  expect(await refusalOf(startPayment(buyerId, { orderId }))).toMatchObject({
    code: "event-called-off",
  });
  expect(await chargesOf(orderId)).toEqual([]);
});

test("called off and then authorised: the order is cancelled and the authorisation released", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const payment = await aPayment({ ticketId });
  await callOff(eventId);
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectCancelled(payment);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
});

test("authorised and then called off, before anybody looked: released", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const payment = await aPayment({ ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  await callOff(eventId);
  await settleOrder(payment.orderId);
  await expectCancelled(payment);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
});

test("called off while the decision waits for the row lock: released", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const payment = await aPayment({ ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  let settling: Promise<void> = Promise.resolve();
  await whileTicketRowIsLocked(ticketId, async () => {
    settling = settleOrder(payment.orderId);
    await waitUntilWaiting(1);
    await callOff(eventId);
  });
  await settling;
  await expectCancelled(payment);
});

const capture = "/v1/payment_intents/*/capture";

test("recorded as authorised, not captured, then called off: the reconciler releases it", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const payment = await aPayment({ ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  sandbox().addFault({ path: capture, before: { status: 500 }, shouldRetry: false });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  expect((await orderRow(payment.orderId)).paymentAuthorizedAt).not.toBeNull();
  await callOff(eventId);
  await reconcilePayments();
  await expectCancelled(payment);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
});

test("captured before it was called off, the answer lost: the sale stands, and nothing is given back", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const payment = await aPayment({ ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  sandbox().addFault({ path: capture, after: { status: 500 }, shouldRetry: false });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  await callOff(eventId);
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});

test("many settling, and calling off in the middle: captured and sold, or released and cancelled", async () => {
  for (let round = 0; round < 5; round += 1) {
    const { eventId, ticketId } = await aTicketAndEvent();
    const payment = await aPayment({ ticketId });
    await payWith("pm_card_visa", payment.stripeId);
    const settling = Array.from({ length: 4 }, () => settleOrder(payment.orderId));
    await Promise.all([...settling, callOff(eventId)]);
    await settleOrder(payment.orderId);
    const { status } = await orderRow(payment.orderId);
    expect(moneyOf(payment.stripeId)).toEqual([
      "authorized",
      status === "completed" ? "captured" : "released",
    ]);
    if (status !== "completed") await expectCancelled(payment);
  }
});

test("the worker frees what was locked when the event was called off, paid for or not", async () => {
  await expireLapsedOrders(); // what the tests above have left
  const { eventId, ticketId } = await aTicketAndEvent();
  const idle = await anOrder({ ticketId });
  const paying = await aPayment({ ticketId: (await aTicket({ eventId })).id });
  const other = await anOrder();
  await callOff(eventId);
  expect(await expireLapsedOrders()).toBe(2);
  expect(await orderRow(idle.orderId)).toMatchObject(over);
  expect(await storyOf(idle.orderId)).toEqual(["OrderCreated", "OrderCancelled"]);
  await expectCancelled(paying);
  expect((await orderRow(other.orderId)).status).toBe("created");
  expect(await expireLapsedOrders()).toBe(0);
});

test("begun during the lock: over for the event's sake, and an authorisation that came after is released", async () => {
  const { ticketId } = await aTicketAndEvent({ startsAt: new Date(Date.now() + 60_000) });
  const payment = await aPayment({ ticketId });
  await passTime(61);
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectCancelled(payment);
});

test("authorised before it began: the ticket is the buyer's, however late the news", async () => {
  const { ticketId } = await aTicketAndEvent({ startsAt: new Date(Date.now() + 60_000) });
  const payment = await aPayment({ ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  await passTime(600);
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("an order that is cancelled by its buyer after the event was called off ended for the event's sake", async () => {
  const { eventId, ticketId } = await aTicketAndEvent();
  const { orderId, buyerId } = await anOrder({ ticketId });
  await callOff(eventId);
  await cancelOrder(buyerId, { orderId });
  expect(await orderRow(orderId)).toMatchObject(over);
});
