import { expect, test } from "vitest";
import { pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

async function disputed() {
  const { sandbox, stripe } = tested;
  const paid = await pay(stripe, "pm_card_createDispute", { capture_method: "automatic" });
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
