import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import { refunds, stripeEvents } from "#db/schema/payments.ts";
import { environment } from "#kernel/environment.ts";
import type { ChargeId } from "#kernel/ids.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { reconcilePayments } from "../reconcile/reconcile-payments.ts";
import { refundOrder } from "./refund-order.ts";
import { settleOrder } from "../settle/settle-order.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

async function aSale(card = "pm_card_visa") {
  const payment = await aPayment();
  await payWith(card, payment.stripeId);
  await settleOrder(payment.orderId);
  return payment;
}

async function refundOf(chargeId: ChargeId) {
  return only(await db().select().from(refunds).where(eq(refunds.chargeId, chargeId)));
}

test("two operators at once give a buyer their money back once, and the ticket stays sold", async () => {
  const sale = await aSale();
  await Promise.all(Array.from({ length: 5 }, () => refundOrder(sale.orderId)));
  await Promise.all(Array.from({ length: 5 }, () => settleOrder(sale.orderId)));
  expect(moneyOf(sale.stripeId)).toEqual(["authorized", "captured", "refunded"]);
  expect(await refundOf(sale.chargeId)).toMatchObject({ reason: "operator", status: "succeeded" });
  expect(only(await chargesOf(sale.orderId))).toMatchObject({ status: "completed" });
  expect((await orderRow(sale.orderId)).status).toBe("completed");
  expect((await ticketRow(sale.ticketId)).soldAt).not.toBeNull();
  expect(await storyOf(sale.chargeId)).toEqual([
    "ChargeCreated",
    "ChargeCompleted",
    "RefundRequested",
    "ChargeRefunded",
  ]);
});

test("an order that was not paid cannot be refunded", async () => {
  const { orderId } = await aPayment();
  await expect(refundOrder(orderId)).rejects.toThrow("order-not-found");
});

test("a refund that nobody carried out is found by the reconciler", async () => {
  const sale = await aSale();
  await refundOrder(sale.orderId);
  await reconcilePayments();
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "succeeded" });
});

test("a refund made at Stripe is noticed and written down", async () => {
  const sale = await aSale();
  const made = await stripe().refunds.create({ payment_intent: sale.stripeId, amount: 1000 });
  await settleOrder(sale.orderId);
  await settleOrder(sale.orderId);
  expect(await refundOf(sale.chargeId)).toMatchObject({ reason: "at_stripe", amount: 1000 });
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBe(made.id);
  expect((await storyOf(sale.chargeId)).filter((type) => type === "ChargeRefunded")).toHaveLength(
    1,
  );
});

test("of parts given back at Stripe one after the other, the books have the sum and tell it once", async () => {
  const sale = await aSale();
  const first = await stripe().refunds.create({ payment_intent: sale.stripeId, amount: 1000 });
  await settleOrder(sale.orderId);
  await stripe().refunds.create({ payment_intent: sale.stripeId, amount: 500 });
  await settleOrder(sale.orderId);
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "succeeded", amount: 1500 });
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBe(first.id);
  expect((await storyOf(sale.chargeId)).filter((type) => type === "ChargeRefunded")).toHaveLength(
    1,
  );
  expect(await checkInvariants(environment().DATABASE_URL, { atRest: false })).toEqual([]);
});

test("a refund that fails and is replaced before we look is told as both, and the books have the one that stands", async () => {
  const sale = await aSale("pm_card_refundFail");
  await refundOrder(sale.orderId);
  await settleOrder(sale.orderId);
  await passTime(24 * 60 * 60);
  const made = await stripe().refunds.create({ payment_intent: sale.stripeId });
  await settleOrder(sale.orderId);
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBe(made.id);
  expect((await storyOf(sale.chargeId)).slice(-3)).toEqual([
    "ChargeRefunded",
    "ChargeRefundFailed",
    "ChargeRefunded",
  ]);
  expect(await checkInvariants(environment().DATABASE_URL, { atRest: false })).toEqual([]);
});

test("a refund that is pending is looked after until it has arrived", async () => {
  const sale = await aSale("pm_card_pendingRefund");
  await refundOrder(sale.orderId);
  await settleOrder(sale.orderId);
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "pending" });
  await passTime(24 * 60 * 60);
  await reconcilePayments();
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "succeeded" });
});

test("a refund that fails later is told, and left to an operator", async () => {
  const sale = await aSale("pm_card_refundFail");
  await refundOrder(sale.orderId);
  await settleOrder(sale.orderId);
  await passTime(24 * 60 * 60);
  await settleOrder(sale.orderId);
  await settleOrder(sale.orderId);
  const reason = { failureReason: "expired_or_canceled_card" };
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "failed", ...reason });
  expect(capturedLog.filter(({ severity }) => severity === "error")).toHaveLength(1);
  expect((await storyOf(sale.chargeId)).at(-1)).toBe("ChargeRefundFailed");
});

test("after a refund failed, an operator gives the money back at Stripe, and our books say so", async () => {
  const sale = await aSale("pm_card_refundFail");
  await refundOrder(sale.orderId);
  await settleOrder(sale.orderId);
  await passTime(24 * 60 * 60);
  await settleOrder(sale.orderId);
  const made = await stripe().refunds.create({ payment_intent: sale.stripeId });
  await settleOrder(sale.orderId);
  await settleOrder(sale.orderId);
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "succeeded" });
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBe(made.id);
  expect((await storyOf(sale.chargeId)).slice(-3)).toEqual([
    "ChargeRefunded",
    "ChargeRefundFailed",
    "ChargeRefunded",
  ]);
  expect(await checkInvariants(environment().DATABASE_URL, { atRest: false })).toEqual([]);
});

test("a refund that Stripe refuses is left to an operator, not tried for ever", async () => {
  const sale = await aSale("pm_card_createDispute");
  await passTime(60 * 60); // the bank takes its time
  await refundOrder(sale.orderId);
  await settleOrder(sale.orderId);
  expect(await refundOf(sale.chargeId)).toMatchObject({ status: "failed" });
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBeNull();
  expect(capturedLog.filter(({ severity }) => severity === "error")).toHaveLength(1);
});

test("a dispute is noticed and written down, once", async () => {
  const sale = await aSale("pm_card_createDispute");
  await passTime(60 * 60); // the bank takes its time
  await settleOrder(sale.orderId);
  await settleOrder(sale.orderId);
  expect(only(await chargesOf(sale.orderId)).disputeStatus).toBe("needs_response");
  expect((await storyOf(sale.chargeId)).filter((type) => type === "ChargeDisputed")).toHaveLength(
    1,
  );
  expect((await ticketRow(sale.ticketId)).soldAt).not.toBeNull();
});

test("an inquiry is noticed, though the charge does not count as disputed", async () => {
  const sale = await aSale("pm_card_createDispute");
  await passTime(60 * 60); // the bank takes its time
  const ofSale = ({ payment_intent }: { payment_intent: unknown }) =>
    payment_intent === sale.stripeId;
  only(Object.values(sandbox().state.disputes).filter(ofSale)).status = "warning_needs_response";
  only(Object.values(sandbox().state.charges).filter(ofSale)).disputed = false;
  await settleOrder(sale.orderId);
  expect(only(await chargesOf(sale.orderId)).disputeStatus).toBeNull();
  const told = { type: "charge.dispute.created", objectId: sale.stripeId, livemode: false };
  await db()
    .insert(stripeEvents)
    .values({ id: "evt_inquiry", ...told });
  await settleOrder(sale.orderId);
  expect(only(await chargesOf(sale.orderId)).disputeStatus).toBe("warning_needs_response");
});

test("a refund whose call fails before Stripe heard of it is tried again", async () => {
  const sale = await aSale();
  await refundOrder(sale.orderId);
  sandbox().addFault({
    path: "/v1/refunds",
    method: "POST",
    before: "reset",
    times: null,
  });
  await expect(settleOrder(sale.orderId)).rejects.toThrow();
  sandbox().clearFaults();
  await settleOrder(sale.orderId);
  expect(moneyOf(sale.stripeId)).toEqual(["authorized", "captured", "refunded"]);
});

test.each([{ before: { status: 500, kept: true } }, { after: { status: 500, kept: true } }])(
  "a refund that failed at Stripe, and would for a day under its key, is made once: %o",
  async (trouble) => {
    const sale = await aSale();
    await refundOrder(sale.orderId);
    sandbox().addFault({ path: "/v1/refunds", method: "POST", ...trouble, shouldRetry: false });
    await settleOrder(sale.orderId);
    expect(moneyOf(sale.stripeId)).toEqual(["authorized", "captured", "refunded"]);
    expect(await refundOf(sale.chargeId)).toMatchObject({ status: "succeeded" });
  },
);
