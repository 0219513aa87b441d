import { expect, test } from "vitest";
import { anOrder } from "#test/support/factories.ts";
import { chargesOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "./settle-order.ts";

process.env["PAYMENT_ATTEMPTS"] = "1"; // before anything reads it
useDatabase();
useStripe();

test("with one attempt allowed, a payment that fails cancels its order, and the ticket is free", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa_chargeDeclinedInsufficientFunds", payment.stripeId);
  await settleOrder(payment.orderId);
  const failed = { status: "cancelled", cancelReason: "payment_failed" };
  expect(await orderRow(payment.orderId)).toMatchObject(failed);
  expect(await storyOf(payment.orderId)).toEqual([
    "OrderCreated",
    "OrderAwaitingPayment",
    "OrderCancelled",
  ]);
  expect(only(await chargesOf(payment.orderId))).toMatchObject({
    status: "failed",
    attempts: 1,
    failureCode: "insufficient_funds",
  });
  expect(moneyOf(payment.stripeId)).toEqual(["declined"]);
  expect((await ticketRow(payment.ticketId)).orderId).toBeNull();
  await anOrder({ ticketId: payment.ticketId });
});

test("and a payment that does not fail completes it", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});
