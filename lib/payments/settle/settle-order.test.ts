import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "./settle-order.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

type Payment = Awaited<ReturnType<typeof aPayment>>;

async function expectSold({ orderId, ticketId, chargeId, stripeId }: Payment) {
  const order = await orderRow(orderId);
  expect(order.status).toBe("completed");
  expect(await ticketRow(ticketId)).toMatchObject({ orderId, soldAt: order.completedAt });
  expect(only(await chargesOf(orderId))).toMatchObject({
    status: "completed",
    amount: order.price,
    cardBrand: "visa",
    cardLast4: expect.stringMatching(/^\d{4}$/),
  });
  expect(await storyOf(orderId)).toEqual([
    "OrderCreated",
    "OrderAwaitingPayment",
    "OrderCompleted",
  ]);
  const story = await storyOf(chargeId);
  expect(story.filter((type) => type !== "ChargeDeclined")).toEqual([
    "ChargeCreated",
    "ChargeCompleted",
  ]);
  expect(moneyOf(stripeId).filter((effect) => effect !== "declined")).toEqual([
    "authorized",
    "captured",
  ]);
}

async function expectNothingTaken({ orderId, chargeId, stripeId }: Payment, cancelReason: string) {
  expect(await orderRow(orderId)).toMatchObject({ status: "cancelled", cancelReason });
  expect(only(await chargesOf(orderId)).status).toBe("failed");
  expect((await storyOf(chargeId)).at(-1)).toBe("ChargeFailed");
  expect(moneyOf(stripeId)).not.toContain("captured");
  expect((await stripe().paymentIntents.retrieve(stripeId)).status).toBe("canceled");
}

test("a card that is authorised is captured, and the ticket sold", async () => {
  const payment = await aPayment({ price: 1999 });
  expect(await payWith("pm_card_visa", payment.stripeId)).toBe("requires_capture");
  await settleOrder(payment.orderId);
  await expectSold(payment);
  expect(await storyOf(payment.ticketId)).toEqual([
    "TicketUpdated:locked",
    "TicketUpdated:locked",
    "TicketUpdated:sold",
  ]);
});

test("settled ten times at once, it is completed and captured once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await Promise.all(Array.from({ length: 10 }, () => settleOrder(payment.orderId)));
  await settleOrder(payment.orderId);
  await expectSold(payment);
});

test("declined and then paid with another card, inside one lock", async () => {
  const payment = await aPayment();
  const { expiresAt } = await orderRow(payment.orderId);
  expect(await payWith("pm_card_visa_chargeDeclinedInsufficientFunds", payment.stripeId)).toBe(
    "insufficient_funds",
  );
  await settleOrder(payment.orderId);
  expect(await orderRow(payment.orderId)).toMatchObject({ status: "awaiting_payment", expiresAt });
  expect(only(await chargesOf(payment.orderId))).toMatchObject({
    attempts: 1,
    failureCode: "insufficient_funds",
  });
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectSold(payment);
});

test("declined three times, the order ends and the ticket is free", async () => {
  const payment = await aPayment();
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await payWith("pm_card_visa_chargeDeclined", payment.stripeId);
    await settleOrder(payment.orderId);
  }
  await expectNothingTaken(payment, "payment_failed");
  await anOrder({ ticketId: payment.ticketId });
});

test("three failed 3-D Secure checks are three tries, though Stripe makes no charge for them", async () => {
  const payment = await aPayment();
  const told = { type: "payment_intent.payment_failed", objectId: payment.stripeId };
  for (const tries of [1, 2, 3]) {
    expect(await payWith("pm_card_threeDSecure2Required", payment.stripeId)).toBe(
      "requires_action",
    );
    sandbox().answerAuthentication(payment.stripeId, "failed");
    await db()
      .insert(stripeEvents)
      .values({ id: `evt_${tries}`, livemode: false, ...told });
    await settleOrder(payment.orderId);
    const status = tries < 3 ? "awaiting_payment" : "cancelled";
    expect((await orderRow(payment.orderId)).status).toBe(status);
  }
  await expectNothingTaken(payment, "payment_failed");
});

test("declined for good, it ends at once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa_chargeDeclinedStolenCard", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectNothingTaken(payment, "payment_failed");
});

test("authorised in time, the ticket is the buyer's however late the news", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await passTime(2 * 60 * 60);
  await settleOrder(payment.orderId);
  await expectSold(payment);
});

test("authorised after the deadline, it is released and never captured", async () => {
  const payment = await aPayment();
  await passTime(901);
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectNothingTaken(payment, "expired");
});

test("authorised after somebody else took the ticket, it is released and the ticket stays theirs", async () => {
  const payment = await aPayment();
  await passTime(901);
  const theirs = await anOrder({ ticketId: payment.ticketId });
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectNothingTaken(payment, "expired");
  expect((await ticketRow(payment.ticketId)).orderId).toBe(theirs.orderId);
});

test("cancelled by its buyer and authorised after that, it is released", async () => {
  const payment = await aPayment();
  await cancelOrder(payment.buyerId, { orderId: payment.orderId });
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await expectNothingTaken(payment, "buyer");
});

test("cancelling and settling at once: the ticket is sold or the money let go, never both", async () => {
  for (let round = 0; round < 5; round += 1) {
    const payment = await aPayment();
    await payWith("pm_card_visa", payment.stripeId);
    const cancelling = cancelOrder(payment.buyerId, { orderId: payment.orderId });
    await Promise.allSettled([settleOrder(payment.orderId), cancelling]);
    await settleOrder(payment.orderId);
    const { status } = await orderRow(payment.orderId);
    if (status === "completed") await expectSold(payment);
    else await expectNothingTaken(payment, "buyer");
  }
});

test("a capture whose answer is lost completes the order, once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const lost = {
    path: "/v1/payment_intents/*/capture",
    after: { status: 500 },
    shouldRetry: false,
  };
  sandbox().addFault(lost);
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  expect((await orderRow(payment.orderId)).paymentAuthorizedAt).not.toBeNull();
  await passTime(2 * 60 * 60);
  await settleOrder(payment.orderId);
  await expectSold(payment);
});

test("an order authorised and not captured yet keeps its ticket past the deadline", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const down = {
    path: "/v1/payment_intents/*/capture",
    before: { status: 500 },
    shouldRetry: false,
  };
  sandbox().addFault(down);
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  await passTime(60 * 60);
  await expect(anOrder({ ticketId: payment.ticketId })).rejects.toThrow("ticket-locked");
  await settleOrder(payment.orderId);
  await expectSold(payment);
});

test.each([4499, 450_000])(
  "an amount of %i instead of the order's 4500 is never captured, and told",
  async (amount) => {
    const payment = await aPayment({ price: 4500 });
    await stripe().paymentIntents.update(payment.stripeId, { amount });
    await payWith("pm_card_visa", payment.stripeId);
    await settleOrder(payment.orderId);
    await expectNothingTaken(payment, "payment_failed");
    expect(capturedLog.filter(({ severity }) => severity === "error")).toHaveLength(1);
  },
);

test("money captured for an order that is over is given back, once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await stripe().paymentIntents.capture(payment.stripeId);
  await cancelOrder(payment.buyerId, { orderId: payment.orderId });
  await Promise.all(Array.from({ length: 5 }, () => settleOrder(payment.orderId)));
  await settleOrder(payment.orderId);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured", "refunded"]);
  expect(only(await chargesOf(payment.orderId)).stripeRefundId).toMatch(/^re_/);
  expect(await storyOf(payment.chargeId)).toEqual([
    "ChargeCreated",
    "ChargeFailed",
    "ChargeRefunded",
  ]);
});

test("a refund whose answer is lost is not made again, not even when Stripe has forgotten its key", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await stripe().paymentIntents.capture(payment.stripeId);
  await cancelOrder(payment.buyerId, { orderId: payment.orderId });
  sandbox().addFault({
    path: "/v1/refunds",
    method: "POST",
    after: "reset",
    times: null,
  });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  sandbox().clearFaults();
  await passTime(25 * 60 * 60);
  await settleOrder(payment.orderId);
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured", "refunded"]);
});
