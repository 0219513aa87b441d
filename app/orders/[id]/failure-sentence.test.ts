import { expect, test } from "vitest";
import { paymentFailures } from "#lib/payments/payment-failure.ts";
import { failureSentence } from "./failure-sentence.ts";

const declined = "Your card was declined. Your bank can tell you why.";

test("a failed payment says what failed, each kind in its own words", () => {
  const sentences = [...paymentFailures, "insufficient_funds", "card_declined"].map(
    failureSentence,
  );
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each(paymentFailures)("%s was no decline, and does not read like one", (failure) => {
  expect(failureSentence(failure)).not.toMatch(/declined/);
});

test("a decline reads as it did while paying", () => {
  expect(failureSentence("insufficient_funds")).toBe("There is not enough money on this card.");
  expect(failureSentence("payment_intent_authentication_failure")).toBe(
    "Your bank could not make sure that it is you.",
  );
});

test.each(["stolen_card", "lost_card", "fraudulent", "a_code_of_tomorrow", null])(
  "of %s the buyer learns only that the card was declined",
  (code) => expect(failureSentence(code)).toBe(declined),
);
