import { expect, test } from "vitest";
import { pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

const typed = (number: string, expiry: { exp_month: number; exp_year: number }) =>
  sdkFor(tested.sandbox.port, "pk_test_x").paymentMethods.create({
    type: "card",
    card: { number, cvc: "123", ...expiry },
  });

test.each([
  ["4242424242424241", { exp_month: 12, exp_year: 2040 }, "incorrect_number", "number"],
  ["4242424242424242", { exp_month: 13, exp_year: 2040 }, "invalid_expiry_month", "exp_month"],
  ["4242424242424242", { exp_month: 12, exp_year: 2020 }, "invalid_expiry_year", "exp_year"],
])("%s, good until %j, is an %s", async (number, expiry, code, param) => {
  expect(await refusal(typed(number, expiry))).toMatchObject({
    type: "StripeCardError",
    statusCode: 402,
    code,
    param,
  });
});

test("a card number typed in a browser pays", async () => {
  const card = await typed("4000000000005423", { exp_month: 12, exp_year: 2040 });
  expect(card.card).toMatchObject({ brand: "visa", last4: "5423" });
  expect(await pay(tested.stripe, card.id)).toMatchObject({ status: "requires_capture" });
});

test("one card's money is available at once, the others' after two days", async () => {
  const { sandbox, stripe } = tested;
  await pay(stripe, "pm_card_bypassPending", { capture_method: "automatic" });
  const fee = 93;
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 4500 - fee, currency: "eur" }],
    pending: [{ amount: 0 }],
  });
  await pay(stripe, "pm_card_visa", { capture_method: "automatic" });
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 4500 - fee }],
    pending: [{ amount: 4500 - fee }],
  });
  sandbox.advanceClock(2 * 24 * 3600);
  expect(await stripe.balance.retrieve()).toMatchObject({
    available: [{ amount: 2 * (4500 - fee) }],
    pending: [{ amount: 0 }],
  });
});
