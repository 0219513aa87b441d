import { describe, expect, test } from "vitest";
import { pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const stripesOwn = { endpoint: 25, account: 100 };

async function statuses(calls: (() => Promise<unknown>)[]): Promise<(number | undefined)[]> {
  const results: (number | undefined)[] = [];
  for (const call of calls)
    results.push(
      await call().then(
        () => 200,
        (error: { statusCode?: number }) => error.statusCode,
      ),
    );
  return results;
}

const repeated = <T>(count: number, call: () => Promise<T>) =>
  Array.from({ length: count }, () => call);

function allow(perSecond: { endpoint: number; account: number }): void {
  tested.sandbox.setLimits({ perSecond });
}

describe("calls in a second", () => {
  test("are not counted unless asked for", async () => {
    const list = () => tested.stripe.charges.list();
    expect(new Set(await statuses(repeated(40, list)))).toEqual(new Set([200]));
  });

  test("of one endpoint are limited, another endpoint answers", async () => {
    const { sandbox, stripe } = tested;
    allow({ endpoint: 2, account: 100 });
    const list = () => stripe.charges.list();
    expect(await statuses(repeated(3, list))).toEqual([200, 200, 429]);
    expect(await refusal(stripe.charges.list())).toMatchObject({
      type: "StripeRateLimitError",
      code: "rate_limit",
      headers: { "stripe-rate-limited-reason": "endpoint-rate" },
      requestId: expect.stringMatching(/^req_/),
    });
    expect((await stripe.refunds.list()).data).toEqual([]);
    sandbox.advanceClock(1);
    expect((await stripe.charges.list()).data).toEqual([]);
  });

  test("an endpoint is the same for every object", async () => {
    const { stripe } = tested;
    const first = await pay(stripe, "pm_card_visa");
    const second = await pay(stripe, "pm_card_visa");
    allow({ endpoint: 1, account: 100 });
    expect((await stripe.paymentIntents.retrieve(first.id)).id).toBe(first.id);
    expect(await refusal(stripe.paymentIntents.retrieve(second.id))).toMatchObject({
      statusCode: 429,
    });
    expect(await stripe.paymentIntents.capture(second.id)).toMatchObject({ status: "succeeded" });
  });

  test("of the account are limited altogether", async () => {
    const { stripe } = tested;
    allow({ endpoint: 25, account: 2 });
    await stripe.charges.list();
    await stripe.refunds.list();
    expect(await refusal(stripe.disputes.list())).toMatchObject({
      headers: { "stripe-rate-limited-reason": "global-rate" },
    });
  });

  test("what is refused does nothing, uses no fault, and is not repeated by its key", async () => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    allow({ endpoint: 1, account: 1 });
    await stripe.charges.list();
    sandbox.addFault({ path: "/v1/payment_intents/*/capture", before: { status: 500 } });
    const capture = () => stripe.paymentIntents.capture(held.id, {}, { idempotencyKey: "c:1" });
    expect(await refusal(capture())).toMatchObject({ statusCode: 429 });
    sandbox.setLimits({ perSecond: null });
    expect(await refusal(capture())).toMatchObject({ statusCode: 500 });
    expect(await capture()).toMatchObject({ status: "succeeded" });
  });

  test("by the control address, with Stripe's own numbers; seen in history and snapshot, ended by reset", async () => {
    const { sandbox, stripe } = tested;
    const sent = await fetch(`http://127.0.0.1:${sandbox.port}/_sandbox/limits`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ perSecond: {} }),
    });
    expect(await sent.json()).toMatchObject({ perSecond: stripesOwn });
    const all = await Promise.allSettled(Array.from({ length: 40 }, () => stripe.charges.list()));
    expect(all.filter(({ status }) => status === "rejected").length).toBeGreaterThan(0);
    expect(
      sandbox.history().filter((entry) => entry.kind === "api-call" && entry.status === 429),
    ).not.toEqual([]);
    expect(sandbox.snapshot().limits).toMatchObject({ perSecond: stripesOwn });
    sandbox.reset();
    expect(sandbox.snapshot().limits).toMatchObject({ perSecond: null, objectLocks: "wait" });
  });
});

describe("an object that is being changed", () => {
  const slowCapture = { path: "/v1/payment_intents/*/capture", latencyMs: 1000 };

  test("is waited for", async () => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    sandbox.addFault(slowCapture);
    const both = [stripe.paymentIntents.capture(held.id), stripe.paymentIntents.capture(held.id)];
    const [first, second] = await Promise.allSettled(both);
    expect([first?.status, second?.status]).toEqual(["fulfilled", "rejected"]);
  });

  test("or refused with lock_timeout, if asked for, while reading goes on and others are free", async () => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    const other = await pay(stripe, "pm_card_visa");
    sandbox.setLimits({ objectLocks: "refuse" });
    sandbox.addFault(slowCapture);
    const capture = stripe.paymentIntents.capture(held.id);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await refusal(stripe.paymentIntents.cancel(held.id))).toMatchObject({
      type: "StripeRateLimitError",
      statusCode: 429,
      code: "lock_timeout",
      headers: { "stripe-should-retry": "true" },
    });
    expect(await stripe.paymentIntents.cancel(other.id)).toMatchObject({ status: "canceled" });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: "succeeded" });
    expect(await capture).toMatchObject({ status: "succeeded" });
  });

  test("a charge counts as its PaymentIntent, and the SDK tries again", async () => {
    const { sandbox, stripe } = tested;
    const taken = await pay(stripe, "pm_card_visa", { capture_method: "automatic" });
    const [charge] = (await stripe.charges.list({ payment_intent: taken.id })).data;
    const byCharge = { charge: charge?.id ?? "", amount: 100 };
    sandbox.setLimits({ objectLocks: "refuse" });
    sandbox.addFault({ path: "/v1/refunds", latencyMs: 600 });
    const part = { payment_intent: taken.id, amount: 100 };
    const first = stripe.refunds.create(part);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await refusal(stripe.refunds.create(byCharge))).toMatchObject({ code: "lock_timeout" });
    const patient = sdkFor(sandbox.port, "sk_test_x", 2);
    expect(await patient.refunds.create(byCharge)).toMatchObject({ status: "succeeded" });
    expect(await first).toMatchObject({ status: "succeeded" });
  });
});
