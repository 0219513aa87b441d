import { expect, test } from "vitest";
import type { OrderId } from "#kernel/ids.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { anOrder } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, useStripe } from "#test/support/use-stripe.ts";
import { listOrderHistory } from "./list-order-history.ts";

useDatabase();
useStripe();

/** The types, and of a decline how many there were by then and why. */
async function told(orderId: OrderId): Promise<string[]> {
  const history = await listOrderHistory(orderId);
  return history.map(({ type, data }) =>
    type === "ChargeDeclined" ? `${type} ${data.declines} ${data.failureCode}` : type,
  );
}

test("each decline is told once, when it happened, with its reason", async () => {
  const { orderId, stripeId } = await aPayment();
  await payWith("pm_card_visa_chargeDeclinedInsufficientFunds", stripeId);
  await settleOrder(orderId);
  await payWith("pm_card_chargeDeclinedExpiredCard", stripeId);
  await settleOrder(orderId);
  await settleOrder(orderId);
  await payWith("pm_card_visa", stripeId);
  await settleOrder(orderId);
  expect(await told(orderId)).toEqual([
    "OrderCreated",
    "ChargeCreated",
    "OrderAwaitingPayment",
    "ChargeDeclined 1 insufficient_funds",
    "ChargeDeclined 2 expired_card",
    "OrderCompleted",
    "ChargeCompleted",
  ]);
  const times = (await listOrderHistory(orderId)).map(({ occurredAt }) => occurredAt.getTime());
  expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test("the decline that ends an order is told before its end", async () => {
  const { orderId, stripeId } = await aPayment();
  await payWith("pm_card_visa_chargeDeclinedStolenCard", stripeId);
  await settleOrder(orderId);
  expect((await told(orderId)).slice(3)).toEqual([
    "ChargeDeclined 1 stolen_card",
    "OrderCancelled",
    "ChargeFailed",
  ]);
});

test("nothing of another order is told", async () => {
  const other = await aPayment();
  await payWith("pm_card_visa_chargeDeclined", other.stripeId);
  await settleOrder(other.orderId);
  const { orderId } = await anOrder();
  expect(await told(orderId)).toEqual(["OrderCreated"]);
});
