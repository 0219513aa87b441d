import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, sdkFor, useSandbox } from "../testing/use-sandbox.ts";

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
    const seen: unknown = await (await ask(String(created.client_secret))).json();
    expect(seen).toMatchObject({ id: created.id, status: "requires_payment_method" });
    expect(seen).not.toHaveProperty("metadata");
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

describe("parameters", () => {
  test.each([
    [{ ...payment, payment_method_types: ["card"] }, "parameter_unknown", "payment_method_types"],
    [{ ...payment, amount: 49 }, "amount_too_small", "amount"],
    [{ ...payment, amount: 100_000_000 }, "amount_too_large", "amount"],
    [{ ...payment, amount: 10.5 }, "parameter_invalid_integer", "amount"],
    [{ ...payment, currency: "EUR" }, "invalid_currency", "currency"],
    [{ currency: "eur" } as never, "parameter_missing", "amount"], // what the SDK's types would not let through
    [{ ...payment, payment_method: "pm_none" }, "resource_missing", "payment_method"],
  ])("%j is refused as %s", async (wanted, code, param) => {
    expect(await refusal(tested.stripe.paymentIntents.create(wanted))).toMatchObject({
      statusCode: 400,
      code,
      param,
    });
  });

  test("metadata is merged, and an empty value takes a key away", async () => {
    const { stripe } = tested;
    const created = await stripe.paymentIntents.create({
      ...payment,
      metadata: { a: "1", b: "x & y = z" },
    });
    expect(created.metadata).toEqual({ a: "1", b: "x & y = z" });
    const updated = await stripe.paymentIntents.update(created.id, {
      metadata: { a: "", c: "3" },
      amount: 5000,
    });
    expect(updated).toMatchObject({ amount: 5000, metadata: { b: "x & y = z", c: "3" } });
    expect(updated.metadata).not.toHaveProperty("a");
  });

  test("what is not there is a 404", async () => {
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

  test("what cannot be expanded is named", async () => {
    await pay(tested.stripe, "pm_card_visa");
    expect(
      await refusal(tested.stripe.paymentIntents.list({ expand: ["data.nonsense"] })),
    ).toMatchObject({ param: "expand" });
  });
});

describe("lists", () => {
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

describe("idempotency keys", () => {
  test("the same request is answered again, not done again", async () => {
    const { stripe } = tested;
    const first = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:1" });
    const again = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:1" });
    expect(again.id).toBe(first.id);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
    expect((await stripe.paymentIntents.list()).data).toHaveLength(1);
  });

  test("another request under the same key is an error", async () => {
    const { stripe } = tested;
    await stripe.paymentIntents.create(payment, { idempotencyKey: "order:2" });
    const error = await refusal(
      stripe.paymentIntents.create({ ...payment, amount: 9900 }, { idempotencyKey: "order:2" }),
    );
    expect(error).toMatchObject({ type: "StripeIdempotencyError", statusCode: 400 });
  });

  test("a request still being answered is a conflict", async () => {
    const { sandbox, stripe } = tested;
    sandbox.addFault({ path: "/v1/payment_intents", latencyMs: 300 });
    const first = stripe.paymentIntents.create(payment, { idempotencyKey: "order:3" });
    const second = refusal(stripe.paymentIntents.create(payment, { idempotencyKey: "order:3" }));
    expect(await second).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    expect((await first).status).toBe("requires_payment_method");
  });

  test("keeps a decline, and forgets what never began", async () => {
    const { stripe } = tested;
    const decline = () => refusal(pay(stripe, "pm_card_visa_chargeDeclined", {}).then(() => null));
    await decline();
    const key = { idempotencyKey: "order:4" };
    const declined = { ...payment, payment_method: "pm_card_visa_chargeDeclined", confirm: true };
    const first = await refusal(stripe.paymentIntents.create(declined, key));
    const again = await refusal(stripe.paymentIntents.create(declined, key));
    expect(again.payment_intent?.id).toBe(first.payment_intent?.id);
    await refusal(
      stripe.paymentIntents.create({ ...payment, amount: 1 }, { idempotencyKey: "order:5" }),
    );
    expect(
      await stripe.paymentIntents.create(payment, { idempotencyKey: "order:5" }),
    ).toMatchObject({ amount: 4500 });
  });

  test("a key is forgotten after a day", async () => {
    const { sandbox, stripe } = tested;
    const first = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" });
    sandbox.advanceClock(24 * 3600 + 1);
    expect(
      (await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" })).id,
    ).not.toBe(first.id);
  });
});
