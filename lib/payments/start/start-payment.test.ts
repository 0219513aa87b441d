import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { cancelOrder } from "#lib/orders/cancel-order.ts";
import { newId } from "#kernel/ids.ts";
import { waitUntilWaiting, whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { anOrder, aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { capturedLog } from "#test/support/captured-log.ts";
import { chargesOf, only, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";
import { waitFor } from "#stack/wait-for.ts";
import { settleOrder } from "../settle/settle-order.ts";
import { startPayment } from "./start-payment.ts";
import { stripe } from "../stripe.ts";
import { waysToPay } from "../ways-to-pay.ts";

useDatabase();
useStripe();

const create = { path: "/v1/payment_intents", method: "POST" } as const;

test("opens a payment of the order's price, authorised now and captured later", async () => {
  const { orderId, ticketId, stripeId, chargeId } = await aPayment({ price: 1999 });
  expect(await stripe().paymentIntents.retrieve(stripeId)).toMatchObject({
    amount: 1999,
    currency: "eur",
    capture_method: "manual",
    status: "requires_payment_method",
    metadata: { order_id: orderId, ticket_id: ticketId, charge_id: chargeId },
  });
  expect((await orderRow(orderId)).status).toBe("awaiting_payment");
  expect(await storyOf(chargeId)).toEqual(["ChargeCreated"]);
});

test("opened again, or five times at once, it is the same payment", async () => {
  const { orderId, buyerId } = await anOrder();
  const opened = await Promise.all(
    Array.from({ length: 5 }, () => startPayment(buyerId, { orderId })),
  );
  opened.push(await startPayment(buyerId, { orderId }));
  expect(new Set(opened.map(({ clientSecret }) => clientSecret)).size).toBe(1);
  expect(only(await chargesOf(orderId)).stripeId).toMatch(/^pi_/);
  expect(await storyOf(orderId)).toEqual(["OrderCreated", "OrderAwaitingPayment"]);
});

test("somebody else's order is like one that does not exist", async () => {
  const { orderId } = await anOrder();
  const theirs = await refusalOf(startPayment(await aUser(), { orderId }));
  expect(theirs).toEqual(
    await refusalOf(startPayment(await aUser(), { orderId: newId<"order">() })),
  );
  expect(await chargesOf(orderId)).toEqual([]);
});

test("an order that is over, lapsed, authorised or completed opens no payment", async () => {
  const [cancelled, lapsed, paid] = [await anOrder(), await anOrder(), await aPayment()];
  await cancelOrder(cancelled.buyerId, cancelled);
  await payWith("pm_card_visa", paid.stripeId);
  await settleOrder(paid.orderId);
  await passTime(900);
  const codes = [];
  for (const { buyerId, orderId } of [cancelled, lapsed, paid]) {
    codes.push((await refusalOf(startPayment(buyerId, { orderId }))).code);
  }
  expect(codes).toEqual(["order-over", "order-over", "order-completed"]);
});

test("a payment that waits for the row lock across the deadline is judged after the wait", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  let waiting: Promise<unknown> = Promise.resolve();
  await whileTicketRowIsLocked(ticketId, async () => {
    waiting = refusalOf(startPayment(buyerId, { orderId }));
    await waitUntilWaiting(1);
    await passTime(901);
  });
  expect(await waiting).toMatchObject({ code: "order-over" });
  expect(await chargesOf(orderId)).toEqual([]);
});

test("while Stripe is down the buyer is told and keeps the ticket; afterwards the same charge goes on", async () => {
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ ...create, before: { status: 500 }, times: null, shouldRetry: false });
  expect(await refusalOf(startPayment(buyerId, { orderId }))).toMatchObject({
    code: "payment-provider-unreachable",
  });
  sandbox().clearFaults();
  await startPayment(buyerId, { orderId });
  expect(only(await chargesOf(orderId)).stripeId).toMatch(/^pi_/);
});

test.each([
  { what: "was made and whose answer was lost", trouble: { after: { status: 500, kept: true } } },
  {
    what: "failed, and would for a day under its key",
    trouble: { before: { status: 500, kept: true } },
  },
  { what: "failed once", trouble: { before: { status: 500 } } },
])("a PaymentIntent that $what is made once", async ({ trouble }) => {
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ ...create, ...trouble, shouldRetry: false });
  await startPayment(buyerId, { orderId });
  await startPayment(buyerId, { orderId });
  const made = Object.values(sandbox().state.payment_intents).filter(
    ({ metadata }) => metadata["order_id"] === orderId,
  );
  expect(only(made).id).toBe(only(await chargesOf(orderId)).stripeId);
});

test("an order that ends while Stripe is being asked gives nobody a secret, and leaves no payment open", async () => {
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ ...create, latencyMs: 1500 });
  const starting = refusalOf(startPayment(buyerId, { orderId }));
  await waitFor(
    async () => (await chargesOf(orderId)).length === 1,
    "the charge to be written",
    5000,
  );
  await cancelOrder(buyerId, { orderId });
  await settleOrder(orderId);
  expect(await starting).toMatchObject({ code: "order-over" });
  const made = Object.values(sandbox().state.payment_intents).filter(
    ({ metadata }) => metadata["order_id"] === orderId,
  );
  expect(only(made).status).toBe("canceled");
});

test("of two PaymentIntents made for one charge, one is the charge's and the other is let go", async () => {
  const { orderId, buyerId } = await anOrder();
  sandbox().addFault({ ...create, latencyMs: 1500 });
  const slow = startPayment(buyerId, { orderId });
  await waitFor(
    async () => (await chargesOf(orderId)).length === 1,
    "the charge to be written",
    5000,
  );
  const quick = await stripe().paymentIntents.create({ amount: 4500, currency: "eur" });
  await db().update(charges).set({ stripeId: quick.id }).where(eq(charges.orderId, orderId));
  expect((await slow).clientSecret).toBe(quick.client_secret);
  const made = Object.values(sandbox().state.payment_intents).filter(
    ({ metadata }) => metadata["order_id"] === orderId,
  );
  expect(only(made).status).toBe("canceled");
});

test.each([
  {
    what: "an amount",
    refused: { type: "invalid_request_error", status: 400, code: "amount_too_small" },
  },
  {
    what: "a currency",
    refused: { type: "invalid_request_error", status: 400, code: "invalid_currency" },
  },
  { what: "our key", refused: { type: "invalid_request_error", status: 401 } },
  { what: "a key without the right", refused: { type: "invalid_request_error", status: 403 } },
] as const)(
  "$what that Stripe refuses ends the order in plain words: the ticket is free, and we are told",
  async ({ refused }) => {
    const { orderId, buyerId, ticketId } = await anOrder();
    sandbox().addFault({ ...create, times: null, before: refused, shouldRetry: false });
    expect(await refusalOf(startPayment(buyerId, { orderId }))).toMatchObject({
      code: "payment-refused",
    });
    sandbox().clearFaults();
    expect(await orderRow(orderId)).toMatchObject({
      status: "cancelled",
      cancelReason: "payment_failed",
    });
    expect((await ticketRow(ticketId)).orderId).toBeNull();
    expect(capturedLog.filter(({ severity }) => severity === "error")).toHaveLength(1);
    expect(await refusalOf(startPayment(buyerId, { orderId }))).toMatchObject({
      code: "order-over",
    });
    await settleOrder(orderId); // as the worker does
    expect(only(await chargesOf(orderId))).toMatchObject({
      status: "failed",
      failureCode: "payment_refused",
    });
  },
);

test("a payment in our books that Stripe does not know, as after new keys, ends the same way", async () => {
  const { orderId, buyerId, stripeId, ticketId } = await aPayment();
  sandbox().addFault({
    path: `/v1/payment_intents/${stripeId}`,
    times: null,
    before: { status: 404, type: "invalid_request_error", code: "resource_missing" },
  });
  expect(await refusalOf(startPayment(buyerId, { orderId }))).toMatchObject({
    code: "payment-refused",
  });
  expect((await ticketRow(ticketId)).orderId).toBeNull();
});

test("the payment says on the statement and at Stripe what it is for, and takes cards alone", async () => {
  const since = sandbox().history().length;
  const { orderId, stripeId } = await aPayment();
  expect(await stripe().paymentIntents.retrieve(stripeId)).toMatchObject({
    description: `Ticket order ${orderId}`,
    statement_descriptor_suffix: "TICKET",
    transfer_group: orderId,
  });
  const asked = sandbox()
    .history()
    .slice(since)
    .flatMap((entry) => (entry.kind === "api-call" ? [decodeURIComponent(entry.parameters)] : []));
  expect(asked[0]).toContain(`allowed_payment_method_types[0]=${waysToPay[0]}`);
});
