import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const payment = { ...aPayment, allowed_payment_method_types: ["card"] };

describe("keys", () => {
  test("live keys are refused", async () => {
    const error = await refusal(sdkFor(tested.sandbox.port, "sk_live_x").paymentIntents.list());
    expect(error).toMatchObject({ type: "StripeAuthenticationError", statusCode: 401 });
  });

  test("a publishable key sees one PaymentIntent, with its secret, and little of it", async () => {
    const { sandbox, stripe } = tested;
    const created = await stripe.paymentIntents.create({
      ...payment,
      metadata: { order_id: "secret" },
    });
    const ask = (secret: string) =>
      fetch(
        `http://127.0.0.1:${sandbox.port}/v1/payment_intents/${created.id}?client_secret=${secret}`,
        {
          headers: { Authorization: "Bearer pk_test_x" },
        },
      );
    const shown: unknown = await (await ask(String(created.client_secret))).json();
    expect(shown).toMatchObject({ id: created.id, status: "requires_payment_method" });
    expect(shown).not.toHaveProperty("metadata");
    expect((await ask("wrong")).status).toBe(400);
    expect(await refusal(sdkFor(sandbox.port, "pk_test_x").refunds.list())).toMatchObject({
      statusCode: 403,
      code: "secret_key_required",
    });
  });

  test("browsers may ask from anywhere", async () => {
    const preflight = await fetch(
      `http://127.0.0.1:${tested.sandbox.port}/v1/payment_intents/pi_1/confirm`,
      { method: "OPTIONS" },
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
  });

  test("card numbers are taken from browsers only", async () => {
    const card = { number: "4242424242424242", exp_month: 12, exp_year: 2040, cvc: "123" };
    expect(
      await refusal(tested.stripe.paymentMethods.create({ type: "card", card })),
    ).toMatchObject({ statusCode: 402 });
  });
});

describe("what is not there", () => {
  test("is a 404", async () => {
    const { sandbox, stripe } = tested;
    expect(await refusal(stripe.paymentIntents.retrieve("pi_none"))).toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    expect(await refusal(stripe.customers.list())).toMatchObject({ statusCode: 404 });
    const wrongVersion = await fetch(`http://127.0.0.1:${sandbox.port}/v1/charges`, {
      headers: { Authorization: "Bearer sk_test_x", "Stripe-Version": "2020-08-27" },
    });
    expect(wrongVersion.status).toBe(400);
  });

  test("and cannot be expanded is named", async () => {
    await pay(tested.stripe, "pm_card_visa");
    expect(
      await refusal(tested.stripe.paymentIntents.list({ expand: ["data.nonsense"] })),
    ).toMatchObject({ param: "expand" });
  });
});

test("every answer names its request and the version, and repeats the idempotency key", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:1" });
  expect(created.lastResponse).toMatchObject({
    apiVersion: Stripe.API_VERSION,
    idempotencyKey: "order:1",
    requestId: expect.stringMatching(/^req_/),
  });
  const error = await refusal(stripe.paymentIntents.retrieve("pi_none"));
  expect(error.requestId).toMatch(/^req_/);
  expect(error.raw).toMatchObject({
    doc_url: "https://stripe.com/docs/error-codes/resource-missing",
    request_log_url: expect.stringContaining(String(error.requestId)),
  });
});

describe("lists", () => {
  test("have pages of one to a hundred, and begin after something that is there", async () => {
    const { stripe } = tested;
    for (const limit of [0, 101])
      expect(await refusal(stripe.charges.list({ limit }))).toMatchObject({ param: "limit" });
    expect(await refusal(stripe.charges.list({ starting_after: "ch_none" }))).toMatchObject({
      code: "resource_missing",
      param: "starting_after",
    });
  });

  test("come newest first and in pages", async () => {
    const { stripe } = tested;
    const made: string[] = [];
    for (let number = 0; number < 7; number += 1)
      made.push((await stripe.paymentIntents.create(payment)).id);
    const all = await stripe.paymentIntents.list({ limit: 3 }).autoPagingToArray({ limit: 100 });
    expect(all.map((intent) => intent.id)).toEqual(made.toReversed());
    const before = await stripe.paymentIntents.list({ limit: 2, ending_before: String(made[0]) });
    expect(before).toMatchObject({ has_more: true, data: [{ id: made[2] }, { id: made[1] }] });
  });

  test("are narrowed by time, and expanded", async () => {
    const { sandbox, stripe } = tested;
    await pay(stripe, "pm_card_visa");
    const now = sandbox.advanceClock(3600);
    const newer = await pay(stripe, "pm_card_visa");
    const page = await stripe.paymentIntents.list({
      created: { gte: now },
      expand: ["data.latest_charge"],
    });
    expect(page.data).toMatchObject([{ id: newer.id, latest_charge: { object: "charge" } }]);
  });

  test("events are found by type", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    await stripe.paymentIntents.capture(held.id);
    const events = await stripe.events.list({
      types: ["payment_intent.succeeded", "charge.captured"],
    });
    expect(events.data.map((event) => event.type)).toEqual([
      "payment_intent.succeeded",
      "charge.captured",
    ]);
    expect((await stripe.events.list()).data.map((event) => event.type).toReversed()).toEqual([
      "payment_intent.created",
      "charge.succeeded",
      "payment_intent.amount_capturable_updated",
      "charge.captured",
      "payment_intent.succeeded",
    ]);
  });
});
