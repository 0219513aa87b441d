import { describe, expect, test } from "vitest";
import { pay, refusal, useSandbox } from "#testing/use-sandbox.ts";

const tested = useSandbox();

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

describe("when it ends before the buyer sees anything", () => {
  const asked = { payment_method_options: { card: { request_three_d_secure: "any" } } } as const;

  test("a card that must authenticate is declined", async () => {
    const { stripe } = tested;
    const declined = await refusal(pay(stripe, "pm_card_threeDSecureRequiredProcessingError"));
    expect(declined).toMatchObject({ statusCode: 402, code: "card_declined" });
    expect(await stripe.charges.retrieve(String(declined.charge))).toMatchObject({
      payment_method_details: { card: { three_d_secure: { result: "processing_error" } } },
    });
  });

  test("a card that can authenticate pays, unless the seller asks for it", async () => {
    const card = "pm_card_threeDSecureOptionalProcessingError";
    expect((await pay(tested.stripe, card)).status).toBe("requires_capture");
    expect(await refusal(pay(tested.stripe, card, asked))).toMatchObject({
      code: "card_declined",
      payment_intent: { status: "requires_payment_method" },
    });
  });

  test("asking for it challenges a card that can, and no other", async () => {
    const { stripe } = tested;
    const card = "pm_card_threeDSecureOptional";
    expect((await pay(stripe, card)).status).toBe("requires_capture");
    expect((await pay(stripe, card, asked)).status).toBe("requires_action");
    expect((await pay(stripe, "pm_card_visa", asked)).status).toBe("requires_capture");
  });
});

test("nobody is there to authenticate off session", async () => {
  for (const off_session of [true, "one_off"] as const)
    expect(
      await refusal(pay(tested.stripe, "pm_card_authenticationRequired", { off_session })),
    ).toMatchObject({ code: "authentication_required" });
});
