import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();
const payment = { ...aPayment, allowed_payment_method_types: ["card"] };

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

test("another call under the same key is an error", async () => {
  const { stripe } = tested;
  const key = { idempotencyKey: "order:2" };
  const created = await stripe.paymentIntents.create(payment, key);
  expect(await refusal(stripe.paymentIntents.cancel(created.id, {}, key))).toMatchObject({
    type: "StripeIdempotencyError",
    statusCode: 400,
    message: expect.stringContaining("same endpoint"),
  });
  expect(await stripe.paymentIntents.retrieve(created.id)).toMatchObject({ canceled_at: null });
});

test("a conflict is gone once the first request is answered, and the SDK waits for it", async () => {
  const { sandbox } = tested;
  const patient = sdkFor(sandbox.port, "sk_test_x", 2);
  sandbox.addFault({ path: "/v1/payment_intents", latencyMs: 300 });
  const both = [1, 2].map(() =>
    patient.paymentIntents.create(payment, { idempotencyKey: "order:3" }),
  );
  const [first, second] = await Promise.all(both);
  expect(second?.id).toBe(first?.id);
});

describe("what execution answered is answered again", () => {
  test("a decline", async () => {
    const { stripe } = tested;
    const key = { idempotencyKey: "order:4" };
    const declined = { ...payment, payment_method: "pm_card_visa_chargeDeclined", confirm: true };
    const first = await refusal(stripe.paymentIntents.create(declined, key));
    const again = await refusal(stripe.paymentIntents.create(declined, key));
    expect(first).toMatchObject({ statusCode: 402, code: "card_declined" });
    expect(again.payment_intent?.id).toBe(first.payment_intent?.id);
    expect(again.headers?.["idempotent-replayed"]).toBe("true");
  });

  test("a refusal, although it would be granted now", async () => {
    const { stripe } = tested;
    const key = { idempotencyKey: "order:4:capture" };
    const open = await stripe.paymentIntents.create(payment);
    const early = { statusCode: 400, code: "payment_intent_unexpected_state" };
    expect(await refusal(stripe.paymentIntents.capture(open.id, {}, key))).toMatchObject(early);
    await stripe.paymentIntents.confirm(open.id, { payment_method: "pm_card_visa" });
    expect(await refusal(stripe.paymentIntents.capture(open.id, {}, key))).toMatchObject(early);
    expect(await stripe.paymentIntents.capture(open.id)).toMatchObject({ status: "succeeded" });
  });

  test("an amount to capture that is too large for this PaymentIntent", async () => {
    const { stripe } = tested;
    const key = { idempotencyKey: "order:4:too-much" };
    const held = await pay(stripe, "pm_card_visa");
    const capture = () =>
      refusal(stripe.paymentIntents.capture(held.id, { amount_to_capture: 9900 }, key));
    await capture();
    expect((await capture()).headers?.["idempotent-replayed"]).toBe("true");
  });

  test.each(["before", "after"] as const)("a 500 %s the effect", async (when) => {
    const { sandbox, stripe } = tested;
    const key = { idempotencyKey: "order:4:500" };
    sandbox.addFault({ path: "/v1/payment_intents", [when]: { status: 500, kept: true } });
    const create = () => refusal(stripe.paymentIntents.create(payment, key));
    expect(await create()).toMatchObject({ type: "StripeAPIError", statusCode: 500 });
    const again = await create();
    expect(again).toMatchObject({ statusCode: 500, headers: { "idempotent-replayed": "true" } });
    const made = (await stripe.paymentIntents.list()).data;
    expect(made).toHaveLength(when === "after" ? 1 : 0);
    sandbox.advanceClock(24 * 3600 + 1);
    expect((await stripe.paymentIntents.create(payment, key)).amount).toBe(4500);
  });
});

describe("what never began is forgotten", () => {
  const key = { idempotencyKey: "order:5" };
  const goesOn = async () =>
    expect((await tested.stripe.paymentIntents.create(payment, key)).amount).toBe(4500);

  test("a parameter that cannot be right", async () => {
    const { stripe } = tested;
    await refusal(stripe.paymentIntents.create({ ...payment, amount: 1 }, key));
    await goesOn();
  });

  test("a wrong key", async () => {
    const unknown = sdkFor(tested.sandbox.port, "sk_wrong");
    expect(await refusal(unknown.paymentIntents.create(payment, key))).toMatchObject({
      statusCode: 401,
    });
    await goesOn();
  });

  test.each([429, 409, 500])("%i before anything happened", async (status) => {
    const { sandbox, stripe } = tested;
    sandbox.addFault({ path: "/v1/payment_intents", before: { status } });
    expect(await refusal(stripe.paymentIntents.create(payment, key))).toMatchObject({
      statusCode: status,
    });
    await goesOn();
  });
});

test("a key has at most 255 characters", async () => {
  const { stripe } = tested;
  const create = (length: number) =>
    stripe.paymentIntents.create(payment, { idempotencyKey: "k".repeat(length) });
  expect((await create(255)).amount).toBe(4500);
  expect(await refusal(create(256))).toMatchObject({ statusCode: 400 });
});

test("a key is forgotten after a day", async () => {
  const { sandbox, stripe } = tested;
  const first = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" });
  sandbox.advanceClock(24 * 3600 + 1);
  expect((await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" })).id).not.toBe(
    first.id,
  );
});
