import { describe, expect, test } from "vitest";
import { aPayment, pay, refusal, useSandbox } from "../testing/use-sandbox.ts";
import { cardDeclines } from "./card-declines.ts";
import { testCards } from "./test-cards.ts";

const tested = useSandbox();

describe("authorise, then capture", () => {
  test("holds the money first and takes it at capture", async () => {
    const { stripe } = tested;
    const created = await stripe.paymentIntents.create({
      ...aPayment,
      allowed_payment_method_types: ["card"],
      metadata: { order_id: "ord_1" },
    });
    expect(created).toMatchObject({
      status: "requires_payment_method",
      metadata: { order_id: "ord_1" },
      latest_charge: null,
    });

    const held = await stripe.paymentIntents.confirm(created.id, {
      payment_method: "pm_card_visa",
      expand: ["latest_charge"],
    });
    expect(held).toMatchObject({
      status: "requires_capture",
      amount_capturable: 4500,
      amount_received: 0,
      latest_charge: {
        captured: false,
        paid: true,
        status: "succeeded",
        outcome: { type: "authorized" },
        balance_transaction: null,
      },
    });

    const taken = await stripe.paymentIntents.capture(created.id, {
      expand: ["latest_charge.balance_transaction"],
    });
    expect(taken).toMatchObject({
      status: "succeeded",
      amount_capturable: 0,
      amount_received: 4500,
      latest_charge: {
        captured: true,
        amount_captured: 4500,
        balance_transaction: { amount: 4500, fee: 93, net: 4407, type: "charge" },
      },
    });
  });

  test("captures a part and releases the rest", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    const taken = await stripe.paymentIntents.capture(held.id, {
      amount_to_capture: 4000,
      expand: ["latest_charge"],
    });
    expect(taken).toMatchObject({
      amount_received: 4000,
      latest_charge: { amount_captured: 4000, amount_refunded: 500, refunded: false },
    });
  });

  test("cancelling releases the money without the ledger moving", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    const canceled = await stripe.paymentIntents.cancel(held.id, {
      cancellation_reason: "abandoned",
      expand: ["latest_charge.refunds"],
    });
    expect(canceled).toMatchObject({
      status: "canceled",
      cancellation_reason: "abandoned",
      amount_capturable: 0,
      latest_charge: {
        captured: false,
        refunded: true,
        amount_refunded: 4500,
        refunds: { data: [{ amount: 4500, balance_transaction: null }] },
      },
    });
    expect(await stripe.balanceTransactions.list()).toMatchObject({ data: [] });
  });

  test("an authorisation nobody captures runs out after seven days", async () => {
    const { sandbox, stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    sandbox.advanceClock(7 * 24 * 3600 + 1);
    expect(await stripe.paymentIntents.retrieve(held.id)).toMatchObject({
      status: "canceled",
      cancellation_reason: "automatic",
    });
  });

  test("automatic capture takes the money at once, and the async kind tells the fee later", async () => {
    const { sandbox, stripe } = tested;
    const atOnce = await pay(stripe, "pm_card_visa", {
      capture_method: "automatic",
      expand: ["latest_charge"],
    });
    expect(atOnce).toMatchObject({
      status: "succeeded",
      latest_charge: { balance_transaction: expect.stringMatching(/^txn_/) },
    });
    const later = await pay(stripe, "pm_card_visa", {
      capture_method: "automatic_async",
      expand: ["latest_charge"],
    });
    expect(later).toMatchObject({
      status: "succeeded",
      latest_charge: { balance_transaction: null },
    });
    sandbox.advanceClock(5);
    expect(
      await stripe.paymentIntents.retrieve(later.id, { expand: ["latest_charge"] }),
    ).toMatchObject({
      latest_charge: { balance_transaction: expect.stringMatching(/^txn_/) },
    });
  });

  test("what the state does not allow names the state it is in", async () => {
    const { stripe } = tested;
    const held = await pay(stripe, "pm_card_visa");
    await stripe.paymentIntents.capture(held.id);
    const error = await refusal(stripe.paymentIntents.cancel(held.id));
    expect(error).toMatchObject({
      type: "StripeInvalidRequestError",
      code: "payment_intent_unexpected_state",
      statusCode: 400,
      payment_intent: { id: held.id, status: "succeeded" },
    });
  });
});

describe("declines", () => {
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
});

describe("3-D Secure", () => {
  test("goes on once the buyer has authenticated", async () => {
    const { sandbox, stripe } = tested;
    const waiting = await pay(stripe, "pm_card_authenticationRequired");
    expect(waiting).toMatchObject({
      status: "requires_action",
      next_action: { type: "use_stripe_sdk" },
      latest_charge: null,
    });
    sandbox.answerAuthentication(waiting.id, "completed");
    expect(
      await stripe.paymentIntents.retrieve(waiting.id, { expand: ["latest_charge"] }),
    ).toMatchObject({
      status: "requires_capture",
      next_action: null,
      latest_charge: {
        payment_method_details: { card: { three_d_secure: { result: "authenticated" } } },
      },
    });
  });

  test("goes back to asking for a card when the buyer fails", async () => {
    const { sandbox, stripe } = tested;
    const waiting = await pay(stripe, "pm_card_threeDSecure2Required");
    sandbox.answerAuthentication(waiting.id, "failed");
    expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "payment_intent_authentication_failure" },
    });
  });

  test("the bank may still refuse afterwards", async () => {
    const { sandbox, stripe } = tested;
    const waiting = await pay(stripe, "pm_card_threeDSecureRequiredChargeDeclined");
    sandbox.answerAuthentication(waiting.id, "completed");
    expect(await stripe.paymentIntents.retrieve(waiting.id)).toMatchObject({
      status: "requires_payment_method",
      last_payment_error: { code: "card_declined", decline_code: "generic_decline" },
    });
  });

  test("redirects when the server gave a return address", async () => {
    const { sandbox, stripe } = tested;
    const waiting = await pay(stripe, "pm_card_authenticationRequired", {
      return_url: "http://shop.test/done?order=1",
    });
    const url = waiting.next_action?.redirect_to_url?.url ?? "";
    expect(new URL(url).port).toBe(String(sandbox.port));
    const pressed = await fetch(url.replace("localhost", "127.0.0.1"), {
      method: "POST",
      body: JSON.stringify({ outcome: "completed" }),
    });
    const { returnUrl } = (await pressed.json()) as { returnUrl: string }; // the page's own answer
    expect(Object.fromEntries(new URL(returnUrl).searchParams)).toEqual({
      order: "1",
      payment_intent: waiting.id,
      payment_intent_client_secret: waiting.client_secret,
      redirect_status: "succeeded",
    });
  });

  test("a PaymentIntent cancelled meanwhile cannot be authenticated", async () => {
    const { sandbox, stripe } = tested;
    const waiting = await pay(stripe, "pm_card_authenticationRequired");
    await stripe.paymentIntents.cancel(waiting.id);
    expect(() => sandbox.answerAuthentication(waiting.id, "completed")).toThrow(
      "No authentication is open",
    );
  });
});
