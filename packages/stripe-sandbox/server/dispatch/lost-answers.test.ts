import { expect, test } from "vitest";
import { aPayment, pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";
import type { FaultRequest } from "../state/fault.ts";

const tested = useSandbox();
const noRetries = { maxNetworkRetries: 0, timeout: 500 };
const retries = { maxNetworkRetries: 2, timeout: 500 };

const effects = () =>
  tested.sandbox.history().flatMap((entry) => (entry.kind === "effect" ? [entry.effect] : []));
const calls = (path: string) =>
  tested.sandbox
    .history()
    .flatMap((entry) => (entry.kind === "api-call" && entry.path === path ? [entry] : []));

const lost: NonNullable<FaultRequest["after"]>[] = ["reset", "no-answer", { status: 500 }];

test.each(lost)(
  "an answer lost by %j took effect once, and the SDK's second try gets it",
  async (after) => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    sandbox.addFault({ path: "/v1/payment_intents/*/capture", after });
    const taken = await stripe.paymentIntents.capture(held.id, {}, retries);
    expect(taken.status).toBe("succeeded");
    expect(taken.lastResponse.headers["idempotent-replayed"]).toBe("true");

    sandbox.addFault({ path: "/v1/refunds", after });
    const refund = await stripe.refunds.create({ payment_intent: held.id }, retries);
    expect(refund.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect(await stripe.refunds.list()).toMatchObject({ data: [{ id: refund.id }] });
    expect(effects()).toEqual(["authorized", "captured", "refunded"]);
    const tries = calls("/v1/refunds").filter(({ method }) => method === "POST");
    expect(tries.map(({ replayed }) => replayed)).toEqual([false, true]);
    expect(new Set(tries.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  },
);

test.each(["no-answer", "truncated"] as const)(
  "without a second try, the caller does not learn that a call lost by %s took effect",
  async (after) => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    sandbox.addFault({ path: "/v1/payment_intents/*/capture", times: null, after });
    expect(await refusal(stripe.paymentIntents.capture(held.id, {}, noRetries))).toMatchObject({
      type: "StripeConnectionError",
    });
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: "succeeded" });
  },
);

test("a call that never arrived has no effect", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.addFault({ path: "/v1/payment_intents/*/capture", before: "no-answer" });
  expect(await refusal(stripe.paymentIntents.capture(held.id, {}, noRetries))).toMatchObject({
    type: "StripeConnectionError",
  });
  expect(effects()).toEqual(["authorized"]);
});

test("a truncated answer is not asked for again by the SDK; asking with the same key gets it", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.addFault({ path: "/v1/payment_intents/*/capture", after: "truncated" });
  const capture = () =>
    stripe.paymentIntents.capture(held.id, {}, { ...retries, idempotencyKey: "capture:1" });
  expect(await refusal(capture())).toMatchObject({ type: "StripeConnectionError" });
  expect(await capture()).toMatchObject({ status: "succeeded" });
  expect(calls(`/v1/payment_intents/${held.id}/capture`).map(({ status }) => status)).toEqual([
    "truncated",
    200,
  ]);
  expect(effects()).toEqual(["authorized", "captured"]);
});

test("a truncated answer promises more than it brings", async () => {
  const { sandbox } = tested;
  sandbox.addFault({ path: "/v1/charges", after: "truncated" });
  const answer = await fetch(`http://127.0.0.1:${sandbox.port}/v1/charges`, {
    headers: { Authorization: "Bearer sk_test_x" },
  });
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get("content-length"))).toBeGreaterThan(10);
  await expect(answer.text()).rejects.toThrow("terminated");
  expect(calls("/v1/charges")).toMatchObject([{ status: "truncated" }]);
});

test("while nothing works, no old answer is repeated either", async () => {
  const { sandbox, stripe } = tested;
  const key = { idempotencyKey: "order:1" };
  const first = await stripe.paymentIntents.create(aPayment, key);
  sandbox.addFault({ path: "/v1/**", times: null, before: { status: 503 } });
  expect(await refusal(stripe.paymentIntents.create(aPayment, key))).toMatchObject({
    statusCode: 503,
  });
  sandbox.clearFaults();
  expect((await stripe.paymentIntents.create(aPayment, key)).id).toBe(first.id);
});

test("409 lock_timeout is retried by the SDK, and thrown when retries are off", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  const fault = {
    path: "/v1/payment_intents/*/capture",
    before: { status: 409, code: "lock_timeout" },
  };
  sandbox.addFault(fault);
  expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({
    type: "StripeAPIError",
    statusCode: 409,
    code: "lock_timeout",
  });
  sandbox.addFault(fault);
  const patient = sdkFor(sandbox.port, "sk_test_x", 1);
  expect(await patient.paymentIntents.capture(held.id)).toMatchObject({ status: "succeeded" });
});

test("429 is retried only when Stripe says so", async () => {
  const { sandbox } = tested;
  const patient = sdkFor(sandbox.port, "sk_test_x", 1);
  const fault = { path: "/v1/charges", before: { status: 429, code: "rate_limit" } };
  sandbox.addFault(fault);
  expect(await refusal(patient.charges.list())).toMatchObject({
    type: "StripeRateLimitError",
    statusCode: 429,
    code: "rate_limit",
  });
  sandbox.clearFaults();
  sandbox.addFault({ ...fault, shouldRetry: true });
  expect((await patient.charges.list()).data).toEqual([]);
  expect(calls("/v1/charges").map(({ status }) => status)).toEqual([429, 429, 200]);
});
