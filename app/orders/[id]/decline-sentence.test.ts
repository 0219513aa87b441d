import { expect, test } from "vitest";
import { declineSentence } from "./decline-sentence.ts";

const declined = (decline_code: string) =>
  declineSentence({ type: "card_error", code: "card_declined", decline_code, message: "Stripe's" });

test.each([
  "stolen_card",
  "lost_card",
  "pickup_card",
  "restricted_card",
  "fraudulent",
  "merchant_blacklist",
  "security_violation",
  "a_code_of_tomorrow",
])("whoever holds a card that is %s learns only that it was declined", (code) => {
  expect(declined(code)).toBe(declined("generic_decline"));
  expect(declined(code)).toBe("Your card was declined. Your bank can tell you why.");
});

test("an honest buyer reads what to mend", () => {
  expect(declined("insufficient_funds")).toBe("There is not enough money on this card.");
  const expired = { type: "card_error", code: "expired_card", message: "Your card has expired." };
  expect(declineSentence(expired)).toBe("This card has expired.");
  const unproven = { type: "invalid_request_error", code: "payment_intent_authentication_failure" };
  expect(declineSentence(unproven)).toBe("Your bank could not make sure that it is you.");
});

test("about what was typed, Stripe says it in the buyer's language", () => {
  const message = "Le numéro de votre carte est incomplet.";
  expect(declineSentence({ type: "validation_error", code: "incomplete_number", message })).toBe(
    message,
  );
});

test.each(["api_connection_error", "api_error", "rate_limit_error", "invalid_request_error"])(
  "after %s nobody says that nothing was charged",
  (type) => expect(declineSentence({ type, message: "pi_3 cannot be confirmed" })).toBeNull(),
);
