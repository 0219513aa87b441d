import { describe, expect, test } from "vitest";
import type Stripe from "stripe";
import { pay, refusal, sdkFor, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

const later = { exp_month: 12, exp_year: 2040 };
const typed = (number: string, card: object = later, address: object = {}) =>
  sdkFor(tested.sandbox.port, "pk_test_x").paymentMethods.create({
    type: "card",
    card: { number, cvc: "123", ...later, ...card },
    billing_details: { address },
  });
const shown = { expand: ["latest_charge"] };
const cardOf = (intent: Stripe.PaymentIntent) => {
  const charge = intent.latest_charge;
  if (charge === null || typeof charge === "string") throw new Error("Expand latest_charge.");
  return { checks: charge.payment_method_details?.card?.checks, outcome: charge.outcome, charge };
};

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

describe("a number that is no test card", () => {
  test.each(["4111111111111111", "4000000000000408", "5555 5555 5555 5599".replaceAll(" ", "")])(
    "%s is declined as a live card in test mode, if it could be one",
    async (number) => {
      expect(await refusal(typed(number))).toMatchObject({
        type: "StripeCardError",
        statusCode: 402,
        code: "card_declined",
        decline_code: "test_mode_live_card",
      });
    },
  );

  test.each(["4242", "42424242424242424242424242", "4242a42424242424"])(
    "%s is incorrect",
    async (number) => {
      expect(await refusal(typed(number))).toMatchObject({ code: "incorrect_number" });
    },
  );
});

describe("the security code", () => {
  test.each([
    ["4242424242424242", "9"],
    ["4242424242424242", "99"],
    ["4242424242424242", "1234"],
    ["4242424242424242", "abc"],
    ["378282246310005", "99"],
  ])("of %s is not %s", async (number, cvc) => {
    expect(await refusal(typed(number, { cvc }))).toMatchObject({
      type: "StripeCardError",
      code: "invalid_cvc",
      param: "cvc",
    });
  });

  test("has four digits on American Express, and may be left out", async () => {
    await typed("378282246310005", { cvc: "1234" });
    const without = await typed("4242424242424242", { cvc: "" });
    const paid = await pay(tested.stripe, without.id, shown);
    expect(cardOf(paid).checks).toMatchObject({ cvc_check: null });
  });
});

describe("checks that do not pass do not stop the payment", () => {
  const address = { line1: "1 High Street", postal_code: "94103" };
  const passing = { cvc: "pass", postcode: "pass", line1: "pass" };

  test.each([
    ["4242424242424242", passing],
    ["4000000000000101", { ...passing, cvc: "fail" }],
    ["4000000000000036", { ...passing, postcode: "fail" }],
    ["4000000000000028", { ...passing, line1: "fail" }],
    ["4000000000000010", { ...passing, postcode: "fail", line1: "fail" }],
    ["4000000000000044", { ...passing, postcode: "unavailable", line1: "unavailable" }],
  ])("%s: %o", async (number, { cvc, postcode, line1 }) => {
    const card = await typed(number, {}, address);
    expect(card.card?.checks).toMatchObject({ cvc_check: "unchecked" });
    const paid = await pay(tested.stripe, card.id, shown);
    expect(paid.status).toBe("requires_capture");
    expect(cardOf(paid).checks).toEqual({
      address_line1_check: line1,
      address_postal_code_check: postcode,
      cvc_check: cvc,
    });
  });

  test("what was not given is not compared", async () => {
    const card = await typed("4000000000000036");
    expect(cardOf(await pay(tested.stripe, card.id, shown)).checks).toMatchObject({
      address_postal_code_check: null,
    });
  });

  test.each([
    ["pm_card_cvcCheckFail", { cvc_check: "fail" }],
    ["pm_card_avsZipFail", { address_postal_code_check: "fail" }],
  ])("%s stands for %o", async (name, checks) => {
    expect(cardOf(await pay(tested.stripe, name, shown)).checks).toMatchObject(checks);
  });
});

test.each([
  ["pm_card_visa", "normal"],
  ["pm_card_riskLevelElevated", "elevated"],
  ["pm_card_riskLevelHighest", "highest"],
])("%s is of %s risk", async (name, risk) => {
  const { outcome } = cardOf(await pay(tested.stripe, name, shown));
  expect(outcome).toMatchObject({ type: "authorized", risk_level: risk });
});

test("an ordinary decline may come with the advice not to try again", async () => {
  const declined = await refusal(
    pay(tested.stripe, "pm_card_visa_chargeDeclinedVelocityLimitExceeded"),
  );
  expect(declined).toMatchObject({
    code: "card_declined",
    decline_code: "card_velocity_exceeded",
    advice_code: "do_not_try_again",
    network_advice_code: "03",
  });
  const charge = await tested.stripe.charges.retrieve(String(declined.charge));
  expect(charge.outcome).toMatchObject({ advice_code: "do_not_try_again" });
});

test("one number has one fingerprint, whoever types it, also on the charge that is declined", async () => {
  const { stripe } = tested;
  const [once, again, another] = [
    await typed("4000000000000002"),
    await typed("4000000000000002", { exp_month: 1 }),
    await typed("4242424242424242"),
  ];
  const fingerprint = once.card?.fingerprint ?? "";
  expect(fingerprint).toMatch(/^\w{16}$/);
  expect(again.card?.fingerprint).toBe(fingerprint);
  expect(another.card?.fingerprint).not.toBe(fingerprint);
  await refusal(pay(stripe, again.id));
  const { data } = await stripe.charges.list({ limit: 1 });
  expect(data[0]?.payment_method_details?.card?.fingerprint).toBe(fingerprint);
});
