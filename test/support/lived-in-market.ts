import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import type { OrderId } from "#kernel/ids.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { refundOrder } from "#lib/payments/refunds/refund-order.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { stripe } from "#lib/payments/stripe.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";
import { aTicket, anOrder } from "./factories.ts";
import { passTime } from "./movable-clock.ts";
import { jobQueue } from "./use-jobs.ts";
import { deliver, follow } from "./stripe-events.ts";
import { aPayment, payWith, sandbox } from "./use-stripe.ts";

/**
 * A market half an hour old, with an order for each way in which an order can go, brought there by the real
 * commands. One of them has lapsed and is yet to be cleared. Needs useDatabase, useStripe and useJobs.
 */
export async function livedInMarket() {
  const lapsed = await anOrder();
  const lapsedWhilePaying = await aPayment();
  await passTime(1000);
  await expireOrder(lapsed.orderId);
  await settleOrder(lapsedWhilePaying.orderId);
  const uncleared = await anOrder();
  await passTime(890); // it lapses in ten seconds, long before the orders below
  const completed = await aPaidOrder();
  const returned = await aPaidOrder();
  await refundOrder(returned.orderId);
  await settleOrder(returned.orderId);
  const authorized = await anAuthorizedOrder();
  const cancelled = await anOrder();
  await cancelOrder(cancelled.buyerId, cancelled);
  const cancelledWhilePaying = await aPayment();
  await cancelOrder(cancelledWhilePaying.buyerId, cancelledWhilePaying);
  await settleOrder(cancelledWhilePaying.orderId);
  const declined = await aPayment();
  await payWith("pm_card_visa_chargeDeclinedStolenCard", declined.stripeId);
  await settleOrder(declined.orderId);
  const refunded = await aRefundedOrder();
  const withdrawn = await aTicket();
  await withdrawTicket(withdrawn.sellerId, { ticketId: withdrawn.id, version: 1 });
  const live = { created: await anOrder(), awaitingPayment: await aPayment() };
  await passTime(11);
  const over = { lapsed, lapsedWhilePaying, cancelled, cancelledWhilePaying, declined };
  return {
    ...live,
    ...over,
    uncleared,
    completed,
    returned,
    authorized,
    refunded,
    free: await aTicket(),
  };
}

/** Receives the event that Stripe sent about this payment, and settles it. */
async function receiveEvent(type: string, payment: { orderId: OrderId; stripeId: string }) {
  const sent = await stripe().events.list({ type, limit: 100 });
  const event = sent.data.find(
    ({ data }) => "id" in data.object && data.object.id === payment.stripeId,
  );
  if (!event) throw new Error(`Stripe has not sent ${type}.`);
  await deliver(event);
  await follow(event, payment.orderId);
}

async function aPaidOrder() {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await settleOrder(payment.orderId);
  await receiveEvent("payment_intent.succeeded", payment);
  return payment;
}

/** Authorised, with Stripe down at the time of the capture. */
async function anAuthorizedOrder() {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const path = `/v1/payment_intents/${payment.stripeId}/capture`;
  sandbox().addFault({ path, before: { status: 500 }, times: null, shouldRetry: false });
  await settleOrder(payment.orderId).catch(() => {});
  return payment;
}

/** Captured by hand at Stripe, then cancelled by the buyer. */
async function aRefundedOrder() {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  await stripe().paymentIntents.capture(payment.stripeId);
  await cancelOrder(payment.buyerId, payment);
  await receiveEvent("payment_intent.succeeded", payment);
  return payment;
}

/** Ends every live order and relays every domain event: the market comes to rest. */
export async function comeToRest(): Promise<void> {
  sandbox().clearFaults();
  await passTime(1000);
  const open = await db().execute<{ id: OrderId; status: string }>(
    sql`select id, status from orders where status in ('created', 'awaiting_payment')`,
  );
  for (const { id } of open) await expireOrder(id);
  while ((await relayOutbox(jobQueue())) > 0);
}
