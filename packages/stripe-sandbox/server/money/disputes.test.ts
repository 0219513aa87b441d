import { describe, expect, test } from "vitest";
import { pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

async function disputed(card = "pm_card_createDispute") {
  const { sandbox, stripe } = tested;
  const paid = await pay(stripe, card, { capture_method: "automatic" });
  sandbox.advanceClock(2);
  const [dispute] = (await stripe.disputes.list({ payment_intent: paid.id })).data;
  return { id: dispute?.id ?? "", paymentIntent: paid.id };
}

const eventTypes = async () =>
  (await tested.stripe.events.list({ types: ["charge.dispute.*"] })).data
    .map(({ type }) => type.replace("charge.dispute.", ""))
    .toReversed();

async function held(): Promise<number> {
  const { available, pending } = await tested.stripe.balance.retrieve();
  return [...available, ...pending].reduce((sum, { amount }) => sum + amount, 0);
}

test("a dispute takes the money away again", async () => {
  const { stripe } = tested;
  const { id, paymentIntent } = await disputed();
  expect(await stripe.disputes.retrieve(id)).toMatchObject({
    status: "needs_response",
    amount: 4500,
  });
  expect(await held()).toBe(4500 - 93 - 4500 - 2000);
  expect(await refusal(stripe.refunds.create({ payment_intent: paymentIntent }))).toMatchObject({
    code: "charge_disputed",
  });
  expect(await eventTypes()).toEqual(["created", "funds_withdrawn"]);
});

test.each([
  ["winning_evidence", "won", 4500, ["updated", "funds_reinstated", "closed"]],
  ["losing_evidence", "lost", 0, ["updated", "closed"]],
])("%s: the dispute is %s", async (text, status, returned, events) => {
  const { sandbox, stripe } = tested;
  const { id } = await disputed();
  const before = await held();
  const answered = await stripe.disputes.update(id, { evidence: { uncategorized_text: text } });
  expect(answered).toMatchObject({ status: "under_review" });
  sandbox.advanceClock(3);
  expect(await stripe.disputes.retrieve(id)).toMatchObject({ status });
  expect(await held()).toBe(before + returned);
  expect(await eventTypes()).toEqual(["created", "funds_withdrawn", ...events]);
  expect(await refusal(stripe.disputes.close(id))).toMatchObject({ statusCode: 400 });
});

test("evidence may be saved unsubmitted; closing the dispute loses it", async () => {
  const { sandbox, stripe } = tested;
  const { id } = await disputed();
  const evidence = { uncategorized_text: "winning_evidence" };
  const updated = await stripe.disputes.update(id, { evidence, submit: false });
  expect(updated).toMatchObject({ status: "needs_response", evidence });
  sandbox.advanceClock(3);
  expect(await stripe.disputes.close(id)).toMatchObject({ status: "lost" });
  sandbox.advanceClock(3);
  expect(await eventTypes()).toEqual(["created", "funds_withdrawn", "closed"]);
});

test.each([
  ["pm_card_createDispute", "fraudulent", "10.4"],
  ["pm_card_createDisputeProductNotReceived", "product_not_received", "13.1"],
])("%s is disputed as %s", async (card, reason, code) => {
  const { stripe } = tested;
  const { id, paymentIntent } = await disputed(card);
  expect(await stripe.disputes.retrieve(id)).toMatchObject({
    reason,
    network_reason_code: code,
    payment_method_details: { card: { case_type: "chargeback" } },
    status: "needs_response",
  });
  const { data } = await stripe.charges.list({ payment_intent: paymentIntent });
  expect(data).toMatchObject([{ disputed: true }]);
});

describe("an inquiry", () => {
  const inquiry = () => disputed("pm_card_createDisputeInquiry");

  test("asks, and takes nothing", async () => {
    const { stripe } = tested;
    const { id, paymentIntent } = await inquiry();
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: "warning_needs_response",
      balance_transactions: [],
      is_charge_refundable: true,
      network_reason_code: "10",
      payment_method_details: { card: { case_type: "inquiry" } },
    });
    expect(await held()).toBe(4500 - 93);
    expect(await eventTypes()).toEqual(["created"]);
    const { data } = await stripe.charges.list({ payment_intent: paymentIntent });
    expect(data).toMatchObject([{ disputed: false }]);
  });

  test("ends when the buyer gets all of the money back", async () => {
    const { stripe } = tested;
    const { id, paymentIntent } = await inquiry();
    await stripe.refunds.create({ payment_intent: paymentIntent, amount: 500 });
    expect((await stripe.disputes.retrieve(id)).status).toBe("warning_needs_response");
    await stripe.refunds.create({ payment_intent: paymentIntent });
    expect((await stripe.disputes.retrieve(id)).status).toBe("warning_closed");
    expect(await eventTypes()).toEqual(["created", "closed"]);
  });

  test.each(["winning_evidence", "losing_evidence"])("is closed by %s", async (text) => {
    const { sandbox, stripe } = tested;
    const { id } = await inquiry();
    const answered = await stripe.disputes.update(id, { evidence: { uncategorized_text: text } });
    expect(answered.status).toBe("warning_under_review");
    sandbox.advanceClock(3);
    expect((await stripe.disputes.retrieve(id)).status).toBe("warning_closed");
    expect(await held()).toBe(4500 - 93);
  });

  test("becomes a chargeback by escalate_inquiry_evidence, which can be answered again", async () => {
    const { sandbox, stripe } = tested;
    const { id, paymentIntent } = await inquiry();
    const answer = (text: string) =>
      stripe.disputes.update(id, { evidence: { uncategorized_text: text } });
    await answer("escalate_inquiry_evidence");
    sandbox.advanceClock(3);
    expect(await stripe.disputes.retrieve(id)).toMatchObject({
      status: "needs_response",
      is_charge_refundable: false,
      payment_method_details: { card: { case_type: "chargeback" } },
    });
    expect(await held()).toBe(4500 - 93 - 4500 - 2000);
    const { data } = await stripe.charges.list({ payment_intent: paymentIntent });
    expect(data).toMatchObject([{ disputed: true }]);
    await answer("winning_evidence");
    sandbox.advanceClock(3);
    expect((await stripe.disputes.retrieve(id)).status).toBe("won");
  });

  test("costs nothing when it is given in to", async () => {
    const { stripe } = tested;
    const { id } = await inquiry();
    expect(await stripe.disputes.close(id)).toMatchObject({ status: "warning_closed" });
    expect(await refusal(stripe.disputes.close(id))).toMatchObject({ statusCode: 400 });
  });
});
