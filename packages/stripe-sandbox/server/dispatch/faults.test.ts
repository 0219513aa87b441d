import { describe, expect, test } from "vitest";
import { pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";
import { matchesPath } from "./fault-plan.ts";

const tested = useSandbox();

test("a failure before the effect leaves nothing behind", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.addFault({ path: "/v1/payment_intents/*/capture", before: { status: 500 } });
  expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({
    type: "StripeAPIError",
    statusCode: 500,
  });
  expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
    status: "requires_capture",
  });
});

test("a failure after the effect has happened all the same", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.addFault({ path: "/v1/payment_intents/*/capture", after: { status: 500 } });
  expect(await refusal(stripe.paymentIntents.capture(held.id))).toMatchObject({ statusCode: 500 });
  expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({ status: "succeeded" });
});

test("a connection that stays cut is an error", async () => {
  const { sandbox, stripe } = tested;
  sandbox.addFault({ path: "/v1/**", before: "reset", times: null });
  expect(await refusal(stripe.paymentIntents.list())).toMatchObject({
    type: "StripeConnectionError",
  });
});

test("Stripe-Should-Retry is obeyed", async () => {
  const { sandbox } = tested;
  sandbox.addFault({ path: "/v1/charges", before: { status: 500 }, shouldRetry: false });
  expect(await refusal(sdkFor(sandbox.port, "sk_test_x", 2).charges.list())).toMatchObject({
    statusCode: 500,
  });
  expect(sandbox.history()).toHaveLength(1);
});

test("chance repeats itself from the same seed", async () => {
  const { sandbox, stripe } = tested;
  const run = async () => {
    sandbox.clearFaults();
    sandbox.addFault({
      path: "/v1/charges",
      probability: 0.5,
      seed: 7,
      times: null,
      before: { status: 400 },
    });
    const results: boolean[] = [];
    for (let call = 0; call < 12; call += 1)
      results.push(
        await stripe.charges.list().then(
          () => true,
          () => false,
        ),
      );
    return results;
  };
  const first = await run();
  expect(new Set(first).size).toBe(2);
  expect(await run()).toEqual(first);
});

test("the control address does the same", async () => {
  const { sandbox, stripe } = tested;
  const send = (name: string, body: unknown, type = "application/json") =>
    fetch(`http://127.0.0.1:${sandbox.port}/_sandbox/${name}`, {
      method: "POST",
      headers: { "Content-Type": type },
      body: JSON.stringify(body),
    });
  expect((await send("faults", { path: "/v1/charges", before: { status: 503 } })).status).toBe(200);
  expect(await refusal(stripe.charges.list())).toMatchObject({ statusCode: 503 });
  expect((await send("faults", { path: "/v1/charges", nonsense: 1 })).status).toBe(400);
  expect((await send("reset", {}, "text/plain")).status).toBe(415);
  const history: unknown = await (
    await fetch(`http://127.0.0.1:${sandbox.port}/_sandbox/history`)
  ).json();
  expect(history).toMatchObject([{ kind: "api-call", path: "/v1/charges", status: 503 }]);
});

test("one PaymentIntent is worked on by one caller at a time", async () => {
  const { sandbox, stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  sandbox.addFault({ path: "/v1/payment_intents/*/capture", latencyMs: 100 });
  const results = await Promise.allSettled([
    stripe.paymentIntents.capture(held.id),
    stripe.paymentIntents.cancel(held.id),
  ]);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

describe("paths", () => {
  test.each([
    ["/v1/charges", "/v1/charges", true],
    ["/v1/charges", "/v1/charges/ch_1", false],
    ["/v1/payment_intents/*", "/v1/payment_intents/pi_1", true],
    ["/v1/payment_intents/*", "/v1/payment_intents/pi_1/cancel", false],
    ["/v1/**", "/v1/payment_intents/pi_1/cancel", true],
  ])("%s and %s", (pattern, path, expected) => expect(matchesPath(pattern, path)).toBe(expected));
});
