import { expect, test, vi } from "vitest";
import type Stripe from "stripe";
import { nextRandom } from "../state/seeded-random.ts";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const unexpectedState = (status: string) => ({
  statusCode: 400,
  code: "payment_intent_unexpected_state",
  payment_intent: { status },
});

/** What the history says of the money of one payment. */
function books(paymentIntent: string) {
  const sum = { authorized: 0, captured: 0, released: 0, refunded: 0 };
  for (const entry of tested.sandbox.history()) {
    if (entry.kind !== "effect" || entry.paymentIntent !== paymentIntent) continue;
    if (entry.effect in sum) sum[entry.effect as keyof typeof sum] += entry.amount; // looked up in the line
  }
  return sum;
}

/** What the PaymentIntent says of itself must be what the history says happened. */
async function expectTrueBooks({ id }: Stripe.PaymentIntent): Promise<string> {
  const { stripe } = tested;
  const intent = await stripe.paymentIntents.retrieve(id);
  const { authorized, captured, released, refunded } = books(id);
  expect([0, 4500]).toContain(authorized);
  expect(captured).toBe(intent.amount_received);
  expect(authorized - captured - released).toBe(intent.amount_capturable);
  const { data } = await stripe.charges.list({ payment_intent: id });
  const paid = data.filter((charge) => charge.paid);
  expect(paid).toHaveLength(authorized / 4500);
  expect(paid.reduce((sum, charge) => sum + charge.amount_refunded, 0)).toBe(released + refunded);
  return intent.status;
}

test("calls made at once about one PaymentIntent are executed one after the other", async () => {
  const { stripe } = tested;
  const ended = new Set<string>();
  let chance = 1;
  const draw = () => {
    const { state, value } = nextRandom(chance);
    chance = state;
    return value;
  };
  for (let round = 0; round < 60; round += 1) {
    const waiting = await pay(stripe, "pm_card_authenticationRequired", {
      return_url: "http://shop.test/done",
    });
    const { id } = waiting;
    const page = String(waiting.next_action?.redirect_to_url?.url).replace(
      "localhost",
      "127.0.0.1",
    );
    const authenticate = () =>
      fetch(page, { method: "POST", body: JSON.stringify({ outcome: "completed" }) });
    const rivals = [
      authenticate,
      authenticate,
      () => stripe.paymentIntents.confirm(id, { payment_method: "pm_card_visa" }),
      () => stripe.paymentIntents.cancel(id),
      () => stripe.paymentIntents.capture(id),
      () => stripe.refunds.create({ payment_intent: id }),
    ];
    const order = rivals.map((rival) => ({ rival, at: draw() })).toSorted((a, b) => a.at - b.at);
    const results = await Promise.allSettled(order.map(({ rival }) => rival()));
    for (const result of results)
      if (result.status === "fulfilled" && result.value instanceof Response)
        expect([200, 400]).toContain(result.value.status);
    ended.add(await expectTrueBooks(waiting));
  }
  expect([...ended].toSorted()).toEqual(["canceled", "succeeded"]); // each side won the race at times
});

test("refunds by charge and by PaymentIntent wait for each other", async () => {
  const { sandbox, stripe } = tested;
  const paid = await pay(stripe, "pm_card_visa", { capture_method: "automatic" });
  const { data: charges } = await stripe.charges.list({ payment_intent: paid.id });
  sandbox.addFault({ path: "/v1/refunds", latencyMs: 100 });
  const slow = stripe.refunds.create({ payment_intent: paid.id });
  await vi.waitFor(() => expect(sandbox.state.faults[0]?.left).toBe(0));
  const quick = refusal(stripe.refunds.create({ charge: String(charges[0]?.id) }));
  expect((await slow).status).toBe("succeeded");
  expect(await quick).toMatchObject({ code: "charge_already_refunded" });
  await expectTrueBooks(paid);
});

test("a PaymentIntent cancelled meanwhile cannot be authenticated", async () => {
  const { sandbox, stripe } = tested;
  const waiting = await pay(stripe, "pm_card_authenticationRequired");
  await stripe.paymentIntents.cancel(waiting.id);
  expect(() => sandbox.answerAuthentication(waiting.id, "completed")).toThrow(
    "could not be authenticated because it has a status of canceled",
  );
  expect(books(waiting.id)).toMatchObject({ authorized: 0 });
});

test("an authentication is answered once", async () => {
  const { sandbox, stripe } = tested;
  const waiting = await pay(stripe, "pm_card_authenticationRequired");
  sandbox.answerAuthentication(waiting.id, "completed");
  for (const again of ["completed", "failed"] as const)
    expect(() => sandbox.answerAuthentication(waiting.id, again)).toThrow("requires_capture");
  expect(await expectTrueBooks(waiting)).toBe("requires_capture");
});

test("the bank's page of an earlier card is closed when another card is used", async () => {
  const { sandbox, stripe } = tested;
  const waiting = await pay(stripe, "pm_card_authenticationRequired");
  await stripe.paymentIntents.confirm(waiting.id, { payment_method: "pm_card_visa" });
  expect(() => sandbox.answerAuthentication(waiting.id, "completed")).toThrow("requires_capture");
  await stripe.paymentIntents.capture(waiting.id);
  expect(() => sandbox.answerAuthentication(waiting.id, "completed")).toThrow("succeeded");
  expect(books(waiting.id)).toMatchObject({ authorized: 4500, captured: 4500 });
  expect(await expectTrueBooks(waiting)).toBe("succeeded");
});

test("another card given by update is confirmed anew", async () => {
  const { sandbox, stripe } = tested;
  const waiting = await pay(stripe, "pm_card_authenticationRequired");
  expect(
    await stripe.paymentIntents.update(waiting.id, { payment_method: "pm_card_visa" }),
  ).toMatchObject({ status: "requires_confirmation", next_action: null });
  expect(() => sandbox.answerAuthentication(waiting.id, "completed")).toThrow(
    "requires_confirmation",
  );
  expect(await stripe.paymentIntents.confirm(waiting.id)).toMatchObject({
    status: "requires_capture",
  });
  await expectTrueBooks(waiting);
});

test("the control address answers the refusal", async () => {
  const answer = (paymentIntent: string) =>
    fetch(`http://127.0.0.1:${tested.sandbox.port}/_sandbox/authentications`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ payment_intent: paymentIntent, outcome: "completed" }),
    });
  const open = await tested.stripe.paymentIntents.create(aPayment);
  const refused = await answer(open.id);
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({
    error: expect.stringContaining("requires_payment_method"),
    code: "payment_intent_unexpected_state",
  });
  expect(await (await answer("pi_none")).json()).toMatchObject({ code: "resource_missing" });
});

test("what is over cannot be confirmed, captured, updated or cancelled again", async () => {
  const { stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  await stripe.paymentIntents.cancel(held.id);
  for (const call of [
    stripe.paymentIntents.confirm(held.id, { payment_method: "pm_card_visa" }),
    stripe.paymentIntents.capture(held.id),
    stripe.paymentIntents.update(held.id, { amount: 5000 }),
    stripe.paymentIntents.cancel(held.id),
  ])
    expect(await refusal(call)).toMatchObject(unexpectedState("canceled"));
  expect(await expectTrueBooks(held)).toBe("canceled");
});

test("an update refused for one thing changes nothing", async () => {
  const { stripe } = tested;
  const open = await stripe.paymentIntents.create(aPayment);
  expect(
    await refusal(
      stripe.paymentIntents.update(open.id, {
        amount: 5000,
        currency: "eur",
        payment_method: "pm_none",
      }),
    ),
  ).toMatchObject({ param: "payment_method" });
  expect(await stripe.paymentIntents.retrieve(open.id)).toMatchObject({ amount: 4500 });
});
