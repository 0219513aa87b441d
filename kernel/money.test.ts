import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currencies,
  editablePrice,
  formatMoney,
  largestPrice,
  minimumPrice,
  parsePrice,
} from "./money.ts";

test.each([
  ["19.99", 1999],
  ["4.35", 435],
  ["0.50", 50],
  ["45", 4500],
  ["45.5", 4550],
  ["45,50", 4550],
  [" 45 ", 4500],
  ["0045", 4500],
  ["999999.99", 99_999_999],
] as const)("%j euros are %i cents", (typed, cents) => {
  expect(parsePrice(typed, "eur")).toBe(cents);
});

test.each([
  ["", "not-a-price"],
  [" ", "not-a-price"],
  ["NaN", "not-a-price"],
  ["Infinity", "not-a-price"],
  ["-1", "not-a-price"],
  ["+1", "not-a-price"],
  ["1e9", "not-a-price"],
  ["0x10", "not-a-price"],
  ["1 000", "not-a-price"],
  ["1,000.00", "not-a-price"],
  ["45.", "not-a-price"],
  [".50", "not-a-price"],
  ["45 €", "not-a-price"],
  ["４５", "not-a-price"],
  ["٤٥", "not-a-price"],
  ["forty-five", "not-a-price"],
  ["45; drop table tickets", "not-a-price"],
  ["19.999", "too-many-decimals"],
  ["0", "too-small"],
  ["0.49", "too-small"],
  ["1000000", "too-large"],
  ["9999999999", "not-a-price"],
] as const)("%j is refused as %s", (typed, problem) => {
  expect(parsePrice(typed, "eur")).toBe(problem);
});

describe("a currency without cents", () => {
  test("500 yen are 500", () => expect(parsePrice("500", "jpy")).toBe(500));
  test("yen have no decimals", () => expect(parsePrice("500.5", "jpy")).toBe("too-many-decimals"));
  test("49 yen are too few", () => expect(parsePrice("49", "jpy")).toBe("too-small"));
  test("shows without decimals", () => {
    expect(formatMoney({ amount: 500, currency: "jpy" })).toBe("¥500");
    expect(editablePrice({ amount: 500, currency: "jpy" })).toBe("500");
  });
});

test("shows money as people write it", () => {
  expect(formatMoney({ amount: 435, currency: "eur" })).toBe("€4.35");
  expect(formatMoney(largestPrice("usd"))).toBe("$999,999.99");
});

const anyCurrency = fc.constantFrom(...currencies);
const anyPrice = anyCurrency.chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    amount: fc.integer({ min: minimumPrice(currency), max: largestPrice(currency).amount }),
  }),
);

test("what the price field shows reads back as the same price, whatever the price", () => {
  fc.assert(
    fc.property(anyPrice, (money) => {
      expect(parsePrice(editablePrice(money), money.currency)).toBe(money.amount);
    }),
  );
});

test("whatever is typed becomes whole minor units within the limits, or is refused", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.double().map(String)), anyCurrency, (typed, currency) => {
      const price = parsePrice(typed, currency);
      if (typeof price === "string") return;
      expect(Number.isSafeInteger(price)).toBe(true);
      expect(price).toBeGreaterThanOrEqual(minimumPrice(currency));
      expect(price).toBeLessThanOrEqual(largestPrice(currency).amount);
    }),
  );
});
