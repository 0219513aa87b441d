import { expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "#testing/use-sandbox.ts";
import { cardDeclines } from "../payment-methods/card-declines.ts";
import { testCards } from "../payment-methods/test-cards.ts";

const tested = useSandbox();

test("a declined card leaves the PaymentIntent open for another", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create({
    ...aPayment,
    allowed_payment_method_types: ["card"],
  });
  const error = await refusal(
    stripe.paymentIntents.confirm(created.id, {
      payment_method: "pm_card_visa_chargeDeclinedInsufficientFunds",
    }),
  );
  expect(error).toMatchObject({
    type: "StripeCardError",
    statusCode: 402,
    code: "card_declined",
    decline_code: "insufficient_funds",
    advice_code: "try_again_later",
    message: "Your card has insufficient funds.",
    charge: expect.stringMatching(/^ch_/),
    payment_intent: {
      status: "requires_payment_method",
      payment_method: null,
      last_payment_error: { decline_code: "insufficient_funds" },
    },
  });
  const paid = await stripe.paymentIntents.confirm(created.id, {
    payment_method: "pm_card_visa",
  });
  expect(paid).toMatchObject({ status: "requires_capture", last_payment_error: null });
  const charges = await stripe.charges.list({ payment_intent: created.id });
  expect(charges.data.map((charge) => charge.status)).toEqual(["succeeded", "failed"]);
});

test.each(testCards.filter((card) => card.decline && !card.authentication))(
  "$number is declined as $decline",
  async (card) => {
    const { stripe } = tested;
    const expected = cardDeclines[card.decline ?? "generic_decline"];
    const error = await refusal(pay(stripe, card.names[0] ?? card.number));
    expect(error).toMatchObject({
      code: expected.code,
      decline_code: expected.declineCode,
      message: expected.message,
    });
    const charge = await stripe.charges.retrieve(String(error.charge));
    expect(charge).toMatchObject({
      status: "failed",
      paid: false,
      failure_code: expected.code,
      outcome: { type: expected.outcome },
    });
  },
);

test("the eleventh try cancels the PaymentIntent", async () => {
  const { stripe } = tested;
  const created = await stripe.paymentIntents.create({
    ...aPayment,
    allowed_payment_method_types: ["card"],
  });
  const attempt = () =>
    refusal(
      stripe.paymentIntents.confirm(created.id, {
        payment_method: "pm_card_visa_chargeDeclined",
      }),
    );
  for (let failures = 0; failures < 10; failures += 1)
    expect(await attempt()).toMatchObject({ code: "card_declined" });
  expect(await attempt()).toMatchObject({
    code: "payment_intent_unexpected_state",
    payment_intent: { status: "canceled" },
  });
});
