import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { charges, stripeEvents } from "#db/schema/payments.ts";
import { parseDomainEventData } from "#lib/domain-events/domain-events.ts";
import { chargesOf, domainEventsOf, only, orderRow } from "#test/support/read-back.ts";
import { anOrder } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { startPayment } from "../start/start-payment.ts";
import { storeStripeEvent } from "../stripe-events/store-stripe-event.ts";
import { settleStripeEvent } from "../stripe-events/settle-stripe-event.ts";
import { stripe } from "../stripe.ts";
import { settleOrder, settlePayment } from "./settle-order.ts";

useDatabase();
useStripe();

/** The calls about a PaymentIntent, our own and not the test's: `GET`, `POST capture` … */
function callsAbout(stripeId: string, since: number): string[] {
  const path = `/v1/payment_intents/${stripeId}`;
  return sandbox()
    .history()
    .slice(since)
    .flatMap((entry) =>
      entry.kind === "api-call" && entry.path.startsWith(path)
        ? [`${entry.method} ${entry.path.slice(path.length + 1)}`.trim()]
        : [],
    );
}

async function newsOf(stripeId: string): Promise<Stripe.Event[]> {
  const { data } = await stripe().events.list({ limit: 100 });
  return data
    .filter(({ data: { object } }) => JSON.stringify(object).includes(stripeId))
    .toReversed();
}

/** Stores what Stripe tells, and does the jobs that follow, as the worker does. */
async function hear(orderId: Parameters<typeof settleOrder>[0], news: Stripe.Event[]) {
  for (const event of news) await storeStripeEvent(event);
  const told = (await domainEventsOf(orderId)).filter(({ type }) => type === "StripeEventReceived");
  const received = told.map(({ data }) => parseDomainEventData("StripeEventReceived", 1, data));
  await Promise.all(received.map(settleStripeEvent));
  return received.map(({ stripeEventId }) => stripeEventId);
}

test("a plain purchase, with its return page, every webhook's job and a second tab, is three retrievals and a capture at most", async () => {
  const since = sandbox().history().length;
  const { orderId, buyerId } = await anOrder();
  await startPayment(buyerId, { orderId });
  await startPayment(buyerId, { orderId }); // the second tab
  const { stripeId } = only(await chargesOf(orderId));
  if (!stripeId) throw new Error("no PaymentIntent");
  await payWith("pm_card_visa", stripeId);
  const [authorized, returned, secondTab] = [
    hear(orderId, await newsOf(stripeId)),
    settlePayment(orderId),
    settlePayment(orderId),
  ];
  await Promise.all([authorized, returned, secondTab]);
  const told = await hear(orderId, await newsOf(stripeId));
  await settlePayment(orderId);
  expect((await orderRow(orderId)).status).toBe("completed");
  const calls = callsAbout(stripeId, since);
  expect(calls.filter((call) => call === "POST capture")).toHaveLength(1);
  expect(calls.filter((call) => call === "GET").length).toBeLessThanOrEqual(3);
  expect(told).toHaveLength(2); // authorised, and taken: what charge.* says besides needs no job
  const open = await db().select().from(stripeEvents).where(eq(stripeEvents.objectId, stripeId));
  expect(open.filter(({ processedAt }) => !processedAt)).toEqual([]);
  expect(open.length).toBeGreaterThan(told.length);
});

test("ten pieces of news of one payment at once: Stripe is asked once and captures once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const since = sandbox().history().length;
  await Promise.all(Array.from({ length: 10 }, () => settlePayment(payment.orderId)));
  expect(callsAbout(payment.stripeId, since)).toEqual(["GET", "POST capture"]);
});

test("settled ten times at once for whatever reason, Stripe captures once", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const since = sandbox().history().length;
  await Promise.all(Array.from({ length: 10 }, () => settleOrder(payment.orderId)));
  const calls = callsAbout(payment.stripeId, since);
  expect(calls.filter((call) => call === "POST capture")).toHaveLength(1);
});

test("news that comes while the payment is being captured asks nothing more", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const since = sandbox().history().length;
  sandbox().addFault({ path: "/v1/payment_intents/*/capture", latencyMs: 400 });
  const capturing = settlePayment(payment.orderId);
  while (!callsAbout(payment.stripeId, since).includes("GET"))
    await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await Promise.all([capturing, settlePayment(payment.orderId), settlePayment(payment.orderId)]);
  expect(callsAbout(payment.stripeId, since)).toEqual(["GET", "POST capture"]);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
});

test("a refund or a dispute of a completed order is still asked about", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  const refund = await stripe().refunds.create({ payment_intent: payment.stripeId });
  await hear(payment.orderId, await newsOf(payment.stripeId));
  expect(only(await chargesOf(payment.orderId)).stripeRefundId).toBe(refund.id);
});

test("a process that died while settling keeps the others waiting for seconds, not for good", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const settlingUntil = new Date(Date.now() + 60_000);
  await db().update(charges).set({ settlingUntil }).where(eq(charges.id, payment.chargeId));
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("completed");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});

test("a turn that ends leaves nothing behind, also when settling fails", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  sandbox().addFault({
    path: "/v1/payment_intents/*/capture",
    before: { status: 500 },
    shouldRetry: false,
  });
  await expect(settleOrder(payment.orderId)).rejects.toThrow();
  expect(only(await chargesOf(payment.orderId)).settlingUntil).toBeNull();
  await settleOrder(payment.orderId);
  expect(only(await chargesOf(payment.orderId))).toMatchObject({
    status: "completed",
    settlingUntil: null,
  });
});
