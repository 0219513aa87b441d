import { expect, test } from "vitest";
import { cardInWords } from "./card-in-words.ts";

test.each([
  ["visa", "Visa ending in 4242"],
  ["mastercard", "Mastercard ending in 4242"],
  ["amex", "American Express ending in 4242"],
  ["a brand of tomorrow", "A brand of tomorrow ending in 4242"],
  ["unknown", "Card ending in 4242"],
  [null, "Card ending in 4242"],
])("%s", (cardBrand, words) => expect(cardInWords({ cardBrand, cardLast4: "4242" })).toBe(words));

test("of a payment whose card is not known, nothing is said", () =>
  expect(cardInWords({ cardBrand: null, cardLast4: null })).toBeNull());
