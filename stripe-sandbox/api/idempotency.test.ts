import { expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "../testing/use-sandbox.ts";

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
  expect(await stripe.paymentIntents.create(payment, { idempotencyKey: "order:5" })).toMatchObject({
    amount: 4500,
  });
});

test("a key is forgotten after a day", async () => {
  const { sandbox, stripe } = tested;
  const first = await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" });
  sandbox.advanceClock(24 * 3600 + 1);
  expect((await stripe.paymentIntents.create(payment, { idempotencyKey: "order:6" })).id).not.toBe(
    first.id,
  );
});
