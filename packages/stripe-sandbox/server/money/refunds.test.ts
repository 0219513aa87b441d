import { expect, test } from "vitest";
import { pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

async function captured(paymentMethod = "pm_card_visa") {
  const held = await pay(tested.stripe, paymentMethod);
  return tested.stripe.paymentIntents.capture(held.id);
}

async function chargeOf(paymentIntent: string) {
  const { data } = await tested.stripe.charges.list({ payment_intent: paymentIntent });
  return data[0];
}

test("refunds the whole payment once", async () => {
  const { stripe } = tested;
  const paid = await captured();
  const refund = await stripe.refunds.create({
    payment_intent: paid.id,
    reason: "requested_by_customer",
    metadata: { refund_id: "r1" },
  });
  expect(refund).toMatchObject({
    status: "succeeded",
    amount: 4500,
    payment_intent: paid.id,
    metadata: { refund_id: "r1" },
  });
  expect(await chargeOf(paid.id)).toMatchObject({
    refunded: true,
    amount_refunded: 4500,
  });
  expect(await refusal(stripe.refunds.create({ payment_intent: paid.id }))).toMatchObject({
    code: "charge_already_refunded",
  });
});

test("refunds no more than is left", async () => {
  const { stripe } = tested;
  const paid = await captured();
  await stripe.refunds.create({ payment_intent: paid.id, amount: 4000 });
  expect(
    await refusal(stripe.refunds.create({ payment_intent: paid.id, amount: 501 })),
  ).toMatchObject({ code: "amount_too_large", param: "amount" });
  await stripe.refunds.create({ payment_intent: paid.id, amount: 500 });
  expect(await stripe.refunds.list({ payment_intent: paid.id })).toMatchObject({
    data: [{ amount: 500 }, { amount: 4000 }],
  });
});

test("one refund card stays pending for a while", async () => {
  const { sandbox, stripe } = tested;
  const paid = await captured("pm_card_pendingRefund");
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
  sandbox.advanceClock(5);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "succeeded" });
  expect((await stripe.events.list({ type: "refund.updated" })).data).toMatchObject([
    {
      data: {
        object: { id: refund.id, status: "succeeded" },
        previous_attributes: { pending_reason: "processing", status: "pending" },
      },
    },
  ]);
});

test("the other succeeds first and fails later, and the ledger gets the money back", async () => {
  const { sandbox, stripe } = tested;
  const paid = await captured("pm_card_refundFail");
  const refund = await stripe.refunds.create({ payment_intent: paid.id });
  expect(refund.status).toBe("succeeded");
  sandbox.advanceClock(5);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
    status: "failed",
    failure_reason: "expired_or_canceled_card",
  });
  const events = (await stripe.events.list({ types: ["refund.updated", "refund.failed"] })).data;
  expect(events).toMatchObject([
    { type: "refund.failed", data: { object: { status: "failed" } } },
    {
      type: "refund.updated",
      data: { previous_attributes: { failure_reason: null, status: "succeeded" } },
    },
  ]);
  expect(await chargeOf(paid.id)).toMatchObject({
    refunded: false,
    amount_refunded: 0,
  });
});

test("the balance is the sum of the ledger", async () => {
  const { sandbox, stripe } = tested;
  await captured();
  const second = await captured();
  await stripe.refunds.create({ payment_intent: second.id });
  const ledger = await stripe.balanceTransactions.list().autoPagingToArray({ limit: 100 });
  const balance = await stripe.balance.retrieve();
  const held = [...balance.available, ...balance.pending].reduce(
    (sum, { amount }) => sum + amount,
    0,
  );
  expect(held).toBe(ledger.reduce((sum, { net }) => sum + net, 0));
  expect(held).toBe(4500 - 93 - 93);
  sandbox.advanceClock(3 * 24 * 3600);
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: held }],
    pending: [{ amount: 0 }],
  });
});
