import { expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { expireLapsedOrders } from "./expire-lapsed-orders.ts";
import { expireOrder } from "./expire-order.ts";

useDatabase();
useStripe();

test("ends an order at its deadline and frees the ticket", async () => {
  const { orderId, ticketId } = await anOrder();
  await passTime(900);
  await expireOrder(orderId);
  expect(await orderRow(orderId)).toMatchObject({ status: "cancelled", cancelReason: "expired" });
  expect(await ticketRow(ticketId)).toMatchObject({ orderId: null, lockedUntil: null });
});

test("early, it does nothing", async () => {
  const { orderId, ticketId } = await anOrder();
  await passTime(890);
  await expireOrder(orderId);
  expect((await orderRow(orderId)).status).toBe("created");
  expect((await ticketRow(ticketId)).orderId).toBe(orderId);
});

test("twice, or five times at once, the order lapses once", async () => {
  const { orderId } = await anOrder();
  await passTime(900);
  await Promise.all(Array.from({ length: 5 }, () => expireOrder(orderId)));
  await expireOrder(orderId);
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderExpired"]);
});

test("hours late, when another order holds the ticket, it leaves that hold alone", async () => {
  const { orderId, ticketId } = await anOrder();
  await passTime(3 * 60 * 60);
  const theirs = await anOrder({ ticketId });
  await expireOrder(orderId);
  expect((await ticketRow(ticketId)).orderId).toBe(theirs.orderId);
  expect((await orderRow(theirs.orderId)).status).toBe("created");
});

test("after it was paid, it does nothing", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await passTime(901);
  await expireOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("asks Stripe first: whoever paid in time gets the ticket", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await passTime(901);
  await expireOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("a payment opened and never made ends with its order", async () => {
  const payment = await aPayment();
  await passTime(901);
  await expireOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).cancelReason).toBe("expired");
  expect(await payWith("pm_card_visa", payment.stripeId).catch(() => "refused")).toBe("refused");
  expect(moneyOf(payment.stripeId)).toEqual([]);
});

test("an order that never was is nothing to end", async () => {
  await expireOrder(newId<"order">());
});

test("the sweep ends every lapsed order, whatever became of its job, and no other", async () => {
  await passTime(60 * 60);
  await expireLapsedOrders(); // what earlier tests left
  const lapsed = await Promise.all(Array.from({ length: 12 }, () => anOrder()));
  await passTime(600);
  const live = await anOrder();
  await passTime(301);
  expect(await expireLapsedOrders()).toBe(12);
  const ended = await Promise.all(
    lapsed.map(async ({ orderId }) => (await orderRow(orderId)).cancelReason),
  );
  expect(new Set(ended)).toEqual(new Set(["expired"]));
  expect((await orderRow(live.orderId)).status).toBe("created");
  expect(await expireLapsedOrders()).toBe(0);
});
