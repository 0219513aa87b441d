import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { newId } from "#kernel/ids.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow, storyOf } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { reconcilePayments } from "./reconcile-payments.ts";
import { settleOrder } from "../settle/settle-order.ts";
import { startPayment } from "../start/start-payment.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

const create = { path: "/v1/payment_intents", method: "POST" } as const;
const statusOf = async (stripeId: string) =>
  (await stripe().paymentIntents.retrieve(stripeId)).status;

test("an authorisation no webhook told of is found after a minute", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await reconcilePayments();
  expect((await orderRow(payment.orderId)).status).toBe("awaiting_payment");
  await passTime(61);
  await reconcilePayments();
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("a payment left open by a cancelled order is let go, once Stripe was not asked for a minute", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await cancelOrder(payment.buyerId, { orderId: payment.orderId });
  await passTime(61);
  await reconcilePayments();
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
  expect(only(await chargesOf(payment.orderId)).status).toBe("failed");
});

test("an order that cannot be settled stops no other", async () => {
  const [stuck, other] = [await aPayment(), await aPayment()];
  for (const { stripeId } of [stuck, other]) await payWith("pm_card_visa", stripeId);
  const broken = { before: { status: 500 }, times: null, shouldRetry: false };
  sandbox().addFault({ path: `/v1/payment_intents/${stuck.stripeId}`, ...broken });
  await passTime(61);
  await reconcilePayments();
  expect((await orderRow(other.orderId)).status).toBe("completed");
  expect((await orderRow(stuck.orderId)).status).toBe("awaiting_payment");
});

/** As a process leaves it that dies between Stripe's answer and our row. */
async function anOrphan() {
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ ...create, after: "reset", times: null });
  await refusalOf(startPayment(buyerId, { orderId }));
  sandbox().clearFaults();
  const isOfOrder = ({ metadata }: Stripe.PaymentIntent) => metadata["order_id"] === orderId;
  const made = only(Object.values(sandbox().state.payment_intents).filter(isOfOrder));
  return { orderId, buyerId, stripeId: made.id };
}

test("a PaymentIntent that was made and never written down is let go when its order is over, and no other", async () => {
  const orphan = await anOrphan();
  const [known, live] = [await aPayment(), await anOrphan()];
  const foreign = await stripe().paymentIntents.create({ amount: 4500, currency: "eur" });
  await cancelOrder(orphan.buyerId, orphan);
  await settleOrder(orphan.orderId);
  expect(only(await chargesOf(orphan.orderId))).toMatchObject({ status: "failed", stripeId: null });
  await reconcilePayments();
  await reconcilePayments();
  const ids = [orphan.stripeId, known.stripeId, live.stripeId, foreign.id];
  const open = "requires_payment_method";
  expect(await Promise.all(ids.map(statusOf))).toEqual(["canceled", open, open, open]);
  const { stripeId } = orphan;
  expect(only(await chargesOf(orphan.orderId))).toMatchObject({ status: "failed", stripeId });
});

test("a PaymentIntent that was let go before it was written down is written down all the same: its news has a place to go", async () => {
  const orphan = await anOrphan();
  await cancelOrder(orphan.buyerId, orphan);
  await settleOrder(orphan.orderId);
  await stripe().paymentIntents.cancel(orphan.stripeId);
  await reconcilePayments();
  const { stripeId } = orphan;
  expect(only(await chargesOf(orphan.orderId))).toMatchObject({ status: "failed", stripeId });
});

test("a PaymentIntent beside the charge's own is let go; one that names a charge we do not have is somebody else's", async () => {
  const known = await aPayment();
  const make = (chargeId: string) =>
    stripe().paymentIntents.create({
      amount: 4500,
      currency: "eur",
      capture_method: "manual",
      metadata: { charge_id: chargeId },
    });
  const [double, theirs, strange] = [
    await make(known.chargeId),
    await make(newId()),
    await make("charge 7"),
  ];
  await reconcilePayments();
  const open = "requires_payment_method";
  const ids = [known.stripeId, double.id, theirs.id, strange.id];
  expect(await Promise.all(ids.map(statusOf))).toEqual([open, "canceled", open, open]);
});

test("a refund whose webhooks were lost is found all the same, once", async () => {
  const sale = await aPayment();
  await payWith("pm_card_visa", sale.stripeId);
  await settleOrder(sale.orderId);
  sandbox().setWebhook({ url: "http://127.0.0.1:1/nobody-listens", secret: "whsec_any" });
  const refund = await stripe().refunds.create({ payment_intent: sale.stripeId });
  await reconcilePayments();
  await reconcilePayments();
  sandbox().setWebhook(null);
  const fetched = await db()
    .select({ type: stripeEvents.type })
    .from(stripeEvents)
    .where(eq(stripeEvents.objectId, sale.stripeId));
  expect(fetched.map(({ type }) => type).toSorted()).toEqual(["charge.refunded", "refund.created"]);
  const heard = (await storyOf(sale.orderId)).filter((type) => type === "StripeEventReceived");
  expect(heard).toHaveLength(fetched.length);
  await settleOrder(sale.orderId); // as the worker does, who heard of it
  expect(only(await chargesOf(sale.orderId)).stripeRefundId).toBe(refund.id);
});
