import { expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

test("holds the money first and takes it at capture", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create({
    ...aPayment,
    allowed_payment_method_types: ["card"],
    metadata: { order_id: "ord_1" },
  });
  expect(created).toMatchObject({
    status: "requires_payment_method",
    metadata: { order_id: "ord_1" },
    latest_charge: null,
  });

  const held = await stripe.paymentIntents.confirm(created.id, {
    payment_method: "pm_card_visa",
    expand: ["latest_charge"],
  });
  expect(held).toMatchObject({
    status: "requires_capture",
    amount_capturable: 4500,
    amount_received: 0,
    latest_charge: {
      captured: false,
      paid: true,
      status: "succeeded",
      outcome: { type: "authorized" },
      balance_transaction: null,
    },
  });

  const taken = await stripe.paymentIntents.capture(created.id, {
    expand: ["latest_charge.balance_transaction"],
  });
  expect(taken).toMatchObject({
    status: "succeeded",
    amount_capturable: 0,
    amount_received: 4500,
    latest_charge: {
      captured: true,
      amount_captured: 4500,
      balance_transaction: { amount: 4500, fee: 93, net: 4407, type: "charge" },
    },
  });
});

test("captures a part and releases the rest", async () => {
  const { stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  const taken = await stripe.paymentIntents.capture(held.id, {
    amount_to_capture: 4000,
    expand: ["latest_charge"],
  });
  expect(taken).toMatchObject({
    amount_received: 4000,
    latest_charge: { amount_captured: 4000, amount_refunded: 500, refunded: false },
  });
});

test("cancelling releases the money without the ledger moving", async () => {
  const { stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  const canceled = await stripe.paymentIntents.cancel(held.id, {
    cancellation_reason: "abandoned",
    expand: ["latest_charge.refunds"],
  });
  expect(canceled).toMatchObject({
    status: "canceled",
    cancellation_reason: "abandoned",
    amount_capturable: 0,
    latest_charge: {
      captured: false,
      refunded: true,
      amount_refunded: 4500,
      refunds: { data: [{ amount: 4500, balance_transaction: null }] },
    },
  });
  expect(await stripe.balanceTransactions.list()).toMatchObject({ data: [] });
});

test("an authorisation that is not captured runs out after seven days", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.advanceClock(7 * 24 * 3600 + 1);
  expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
    status: "canceled",
    cancellation_reason: "automatic",
    amount_capturable: 0,
  });
  expect((await stripe.events.list({ type: "charge.expired" })).data).toMatchObject([
    {
      data: { object: { id: held.latest_charge, captured: false, refunded: true } },
      request: { id: null, idempotency_key: null },
    },
  ]);
  expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({
    code: "payment_intent_unexpected_state",
  });
});

test("automatic capture takes the money at once, and the async kind posts the fee later", async () => {
  const { sandbox, stripe } = tested;
  const atOnce = await pay(stripe, "pm_card_visa", {
    capture_method: "automatic",
    expand: ["latest_charge"],
  });
  expect(atOnce).toMatchObject({
    status: "succeeded",
    latest_charge: { balance_transaction: expect.stringMatching(/^txn_/) },
  });
  const later = await pay(stripe, "pm_card_visa", {
    capture_method: "automatic_async",
    expand: ["latest_charge"],
  });
  expect(later).toMatchObject({
    status: "succeeded",
    latest_charge: { balance_transaction: null },
  });
  const updates = async () => (await stripe.events.list({ type: "charge.updated" })).data;
  expect(await updates()).toEqual([]);
  sandbox.advanceClock(5);
  expect(await updates()).toMatchObject([
    {
      data: {
        object: { payment_intent: later.id, balance_transaction: expect.stringMatching(/^txn_/) },
        previous_attributes: { balance_transaction: null },
      },
    },
  ]);
  expect(
    await stripe.paymentIntents.retrieve(later.id, { expand: ["latest_charge"] }),
  ).toMatchObject({
    latest_charge: { balance_transaction: expect.stringMatching(/^txn_/) },
  });
});

test("what the state does not allow names the state it is in", async () => {
  const { stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  await stripe.paymentIntents.capture(held.id);
  const error = await refusal(stripe.paymentIntents.cancel(held.id));
  expect(error).toMatchObject({
    type: "StripeInvalidRequestError",
    code: "payment_intent_unexpected_state",
    statusCode: 400,
    payment_intent: { id: held.id, status: "succeeded" },
  });
});
