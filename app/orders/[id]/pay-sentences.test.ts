import { expect, test } from "vitest";
import { waysToPay } from "#lib/payments/ways-to-pay.ts";
import { isFormRefused, isWrongUse, troubleOf } from "./confirm-trouble.ts";
import { elementsOptions } from "./elements-options.ts";
import { asksToReload, declinedSentence, formRefused } from "./pay-sentences.ts";

test("the card form is opened with the ways to pay of the PaymentIntent, and with its capture", () => {
  expect(elementsOptions(4500, "eur")).toMatchObject({
    amount: 4500,
    currency: "eur",
    captureMethod: "manual",
    allowedPaymentMethodTypes: [...waysToPay],
  });
});

test("after a decline the buyer may use this card or another; advised against this one, another", () => {
  const why = "There is not enough money on this card.";
  expect(declinedSentence(why, 2, true)).toBe(
    `${why} You were not charged. You can try 2 times more, with this card or another.`,
  );
  const sentence = declinedSentence(why, 1, false);
  expect(sentence).toMatch(/use another one.*once more, with another card\.$/);
  expect(sentence).not.toMatch(/with this card or/);
});

test.each([
  ["invalid_request_error", true],
  ["idempotency_error", true],
  ["authentication_error", true],
  ["an_error_of_tomorrow", true],
  ["card_error", false],
  ["validation_error", false],
  ["api_connection_error", false],
  ["api_error", false],
  ["rate_limit_error", false],
])("%s: the form was refused, %s", (type, refused) => {
  expect(isFormRefused({ type })).toBe(refused);
});

test("a form used wrongly is our fault, a lost connection nobody's", () => {
  const wrong = Object.assign(new Error("elements.submit() must be called"), {
    name: "IntegrationError",
  });
  expect([isWrongUse(wrong), isWrongUse(new TypeError("Failed to fetch"))]).toEqual([true, false]);
});

test("the refused form has its own sentence, with what to do, and tells the server names and ids only", () => {
  expect(asksToReload(formRefused)).toBe(true);
  expect(formRefused).not.toMatch(/connection|not charged/);
  const trouble = troubleOf({
    type: "invalid_request_error",
    code: "payment_method_types_mismatch",
    message: "ada@example.com",
    payment_intent: { id: "pi_1" },
  });
  expect(JSON.stringify(trouble)).not.toContain("ada");
  expect(trouble).toMatchObject({ type: "invalid_request_error", paymentIntentId: "pi_1" });
});
