import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { authorizeOrder } from "#lib/orders/authorize-order.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { waitUntilWaiting, whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { anOrder } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { chargesOf, only, orderRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { settleOrder } from "./settle-order.ts";
import { startPayment } from "../start/start-payment.ts";
import { stripe } from "../stripe.ts";

useDatabase();
useStripe();

test("an order that lost its ticket, which must never be, is never charged", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const lost = { orderId: null, lockedUntil: null };
  await db().update(tickets).set(lost).where(eq(tickets.id, payment.ticketId));
  await settleOrder(payment.orderId);
  expect((await orderRow(payment.orderId)).status).toBe("cancelled");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "released"]);
});

test("a PaymentIntent stored and paid while the decision waits for the lock is looked at before anything is decided", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  sandbox().addFault({ path: "/v1/payment_intents", before: "reset", times: null });
  await refusalOf(startPayment(buyerId, { orderId }));
  sandbox().clearFaults();
  const { id: chargeId } = only(await chargesOf(orderId));
  let settling: Promise<void> = Promise.resolve();
  await whileTicketRowIsLocked(ticketId, async () => {
    settling = settleOrder(orderId);
    await waitUntilWaiting(1);
    const { id: stripeId } = await stripe().paymentIntents.create({
      amount: 4500,
      currency: "eur",
      capture_method: "manual",
      allowed_payment_method_types: ["card"],
    });
    await db().update(charges).set({ stripeId }).where(eq(charges.id, chargeId));
    await payWith("pm_card_visa", stripeId);
    await passTime(901);
  });
  await settling;
  expect((await orderRow(orderId)).status).toBe("completed");
});

test("settling that waits for the lock across the deadline still counts when the card was authorised", async () => {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  let settling: Promise<void> = Promise.resolve();
  await whileTicketRowIsLocked(payment.ticketId, async () => {
    settling = settleOrder(payment.orderId);
    await waitUntilWaiting(1);
    await passTime(901);
  });
  await settling;
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});

test("paid in time while settling, having looked before that, waits for the lock across the deadline", async () => {
  const payment = await aPayment();
  let settling: Promise<void> = Promise.resolve();
  await whileTicketRowIsLocked(payment.ticketId, async () => {
    settling = settleOrder(payment.orderId);
    await waitUntilWaiting(1);
    await payWith("pm_card_visa", payment.stripeId);
    await passTime(901);
  });
  await settling;
  expect((await orderRow(payment.orderId)).status).toBe("completed");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});

test("what another settlement records as authorised, this one having looked before that, is not undone but sold", async () => {
  const payment = await aPayment();
  let settling: Promise<void> = Promise.resolve();
  await inTransaction(async (another) => {
    const locked = await readOrderForUpdate(another, payment.orderId);
    settling = settleOrder(payment.orderId);
    await waitUntilWaiting(1);
    await payWith("pm_card_visa", payment.stripeId);
    if (locked) await authorizeOrder(another, locked, locked.decidedAt);
  });
  await settling;
  expect((await orderRow(payment.orderId)).status).toBe("completed");
  expect(moneyOf(payment.stripeId)).toEqual(["authorized", "captured"]);
});
