import { expect, test } from "vitest";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { newId } from "#lib/kernel/ids.ts";
import { passTime } from "#lib/testing/movable-clock.ts";
import { chargesOf, only, orderRow } from "#lib/testing/read-back.ts";
import { useDatabase } from "#lib/testing/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#lib/testing/use-stripe.ts";
import { reconcilePayments } from "./reconcile-payments.ts";
import { stripe } from "./stripe.ts";

useDatabase();
useStripe();

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

test("a payment left open by a cancelled order is let go", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await cancelOrder(payment.buyerId, { orderId: payment.orderId });
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

test("a PaymentIntent that was made and never written down is cancelled, and nobody else's", async () => {
  const create = (metadata: Record<string, string>) =>
    stripe().paymentIntents.create({
      amount: 4500,
      currency: "eur",
      capture_method: "manual",
      metadata,
    });
  await passTime(-5 * 60); // as if made five minutes ago
  const known = await aPayment();
  const orphan = await create({ charge_id: newId() });
  const foreign = await create({ shop: "another" });
  await passTime(5 * 60);
  const justMade = await create({ charge_id: newId() });
  await reconcilePayments();
  const statuses = await Promise.all(
    [orphan.id, known.stripeId, foreign.id, justMade.id].map(statusOf),
  );
  const open = "requires_payment_method";
  expect(statuses).toEqual(["canceled", open, open, open]);
});
