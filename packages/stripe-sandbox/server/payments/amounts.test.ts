import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";
import { smallestAmounts } from "./currency-rules.ts";

const tested = useSandbox();
const create = (amount: number, currency: string) =>
  tested.stripe.paymentIntents.create({ ...aPayment, amount, currency });

describe("the smallest amount", () => {
  test.each(Object.entries(smallestAmounts))("of %s is %d", async (currency, smallest) => {
    expect(await create(smallest, currency)).toMatchObject({ amount: smallest, currency });
    expect(await refusal(create(smallest - 1, currency))).toMatchObject({
      code: "amount_too_small",
      param: "amount",
    });
  });

  test.each([
    ["gbp", "£0.30 gbp"],
    ["jpy", "¥50 jpy"],
    ["huf", "HUF 175.00 huf"],
  ])("is said in %s", async (currency, said) => {
    const error = await refusal(create(1, currency));
    expect(error.message.replaceAll("\u00A0", " ")).toBe(`Amount must be at least ${said}`);
  });
});

test.each([
  [99_999_999, "eur", "amount_too_large"],
  [99_999_999, "jpy", "amount_too_large"],
  [999_999_999, "inr", "amount_too_large"],
  [9_999_999_999, "cop", "amount_too_large"],
  [999_999_999_999, "idr", "amount_too_large"],
])("%d is the largest amount of %s", async (largest, currency, code) => {
  expect(await create(largest, currency)).toMatchObject({ amount: largest });
  expect(await refusal(create(largest + 1, currency))).toMatchObject({ code, param: "amount" });
});

test.each([
  ["kwd", 5005, 5010],
  ["bhd", 1001, 1000],
  ["jod", 9999, 9990],
  ["omr", 101, 100],
  ["tnd", 5001, 5000],
  ["isk", 50, 100],
  ["isk", 150_050, 150_000],
  ["ugx", 101, 100],
])("%s cannot be charged %d, but %d", async (currency, wrong, right) => {
  expect(await refusal(create(wrong, currency))).toMatchObject({
    code: "parameter_invalid_integer",
    param: "amount",
  });
  expect(await create(right, currency)).toMatchObject({ amount: right });
});

test.each([0, -5])("%d is no amount", async (amount) => {
  expect(await refusal(create(amount, "eur"))).toMatchObject({ code: "parameter_invalid_integer" });
});

test("HUF is whole in payouts only", async () => {
  expect(await create(17_550, "huf")).toMatchObject({ amount: 17_550 });
});

test("an update is held to the currency it leads to", async () => {
  const { stripe } = tested;
  const { id } = await create(50, "eur");
  expect(await refusal(stripe.paymentIntents.update(id, { currency: "sek" }))).toMatchObject({
    code: "amount_too_small",
  });
  expect(await refusal(stripe.paymentIntents.update(id, { amount: 49 }))).toMatchObject({
    code: "amount_too_small",
  });
  const both = { amount: 300, currency: "sek" };
  expect(await stripe.paymentIntents.update(id, both)).toMatchObject(both);
});

test("a capture is final", async () => {
  const { stripe } = tested;
  const held = await pay(stripe, "pm_card_visa");
  expect(
    await refusal(
      stripe.paymentIntents.capture(held.id, { amount_to_capture: 100, final_capture: false }),
    ),
  ).toMatchObject({ param: "final_capture" });
  expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
    status: "requires_capture",
  });
  expect(await stripe.paymentIntents.capture(held.id, { final_capture: true })).toMatchObject({
    status: "succeeded",
  });
});
