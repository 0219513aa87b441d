import { expect, test } from "vitest";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { reconcilePayments } from "../reconcile/reconcile-payments.ts";
import { settleOrder } from "./settle-order.ts";
import { startPayment } from "../start/start-payment.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

const asksForProof = "pm_card_threeDSecure2Required";
const down = { before: { status: 500 }, times: null, shouldRetry: false } as const;

async function endOf({ orderId }: { orderId: Parameters<typeof orderRow>[0] }) {
  const { status, cancelReason } = await orderRow(orderId);
  return cancelReason ?? status;
}

test("3-D Secure begun and abandoned: at the deadline the payment is let go and the ticket is free", async () => {
  const payment = await aPayment();
  expect(await payWith(asksForProof, payment.stripeId)).toBe("requires_action");
  await settleOrder(payment.orderId);
  expect(await endOf(payment)).toBe("awaiting_payment");
  await passTime(900);
  await expireOrder(payment.orderId);
  expect(await endOf(payment)).toBe("expired");
  expect((await stripe().paymentIntents.retrieve(payment.stripeId)).status).toBe("canceled");
  await anOrder({ ticketId: payment.ticketId });
});

test("3-D Secure finished after the deadline, before anybody looked: released, not charged", async () => {
  const payment = await aPayment();
  await payWith(asksForProof, payment.stripeId);
  await passTime(901);
  sandbox().answerAuthentication(payment.stripeId, "completed");
  await settleOrder(payment.orderId);
  expect(await endOf(payment)).toBe("expired");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
});

test("Pay in two tabs with two cards: one of them pays, once", async () => {
  const { orderId, buyerId, stripeId } = await aPayment();
  const tabs = await Promise.all([
    startPayment(buyerId, { orderId }),
    startPayment(buyerId, { orderId }),
  ]);
  expect(new Set(tabs.map(({ clientSecret }) => clientSecret)).size).toBe(1);
  const cards = ["pm_card_visa", "pm_card_mastercard"];
  const answers = await Promise.allSettled(cards.map((card) => payWith(card, stripeId)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await Promise.all([settleOrder(orderId), settleOrder(orderId)]);
  expect(moneyOf(stripeId)).toEqual(["authorized", "captured"]);
  expect(await chargesOf(orderId)).toHaveLength(1);
});

test("Stripe down when a payment is to be let go: the order is over all the same, and it is let go later", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await cancelOrder(payment.buyerId, payment);
  sandbox().addFault({ path: "/v1/payment_intents/*/cancel", ...down });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  expect(await endOf(payment)).toBe("buyer");
  await anOrder({ ticketId: payment.ticketId });
  sandbox().clearFaults();
  await passTime(61);
  await reconcilePayments();
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
  expect(only(await chargesOf(payment.orderId)).status).toBe("failed");
});

test("Stripe down at the deadline: the ticket is not kept from the next buyer, and nobody pays for nothing", async () => {
  const late = await aPayment();
  sandbox().addFault({ path: "/v1/**", ...down });
  await passTime(901);
  await expect(expireOrder(late.orderId)).rejects.toThrow();
  const next = await anOrder({ ticketId: late.ticketId });
  sandbox().clearFaults();
  await payWith("pm_card_visa", late.stripeId);
  await settleOrder(late.orderId);
  expect(moneyOf(late.stripeId)).toEqual(["authorized", "released"]);
  expect((await ticketRow(late.ticketId)).orderId).toBe(next.orderId);
});

test("a capture that fails for good, as when the bank let go of it: the order is over, the ticket free", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  sandbox().addFault({ path: "/v1/payment_intents/*/capture", ...down });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  expect((await orderRow(payment.orderId)).paymentAuthorizedAt).not.toBeNull();
  await stripe().paymentIntents.cancel(payment.stripeId);
  sandbox().clearFaults();
  await settleOrder(payment.orderId);
  expect(await endOf(payment)).toBe("payment_failed");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
  await anOrder({ ticketId: payment.ticketId });
});

test("advised against this one card, the buyer pays with another inside the same lock", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa_chargeDeclined", payment.stripeId);
  const stored = sandbox().state.payment_intents[payment.stripeId];
  if (!stored?.last_payment_error) throw new Error("Expected a decline.");
  stored.last_payment_error.advice_code = "do_not_try_again"; // as banks say for ordinary reasons
  await settleOrder(payment.orderId);
  expect(await endOf(payment)).toBe("awaiting_payment");
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  expect(await endOf(payment)).toBe("completed");
});
