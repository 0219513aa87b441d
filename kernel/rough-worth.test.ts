import { expect, test } from "vitest";
import { currencies, minimumPrice } from "./money.ts";
import { roughWorth } from "./rough-worth.ts";

test("a euro is a hundred cents, and 165 yen about as much", () => {
  expect(roughWorth({ amount: 100, currency: "eur" })).toBe(100);
  expect(roughWorth({ amount: 165, currency: "jpy" })).toBe(100);
});

test("the lowest price of every currency is worth between half a euro and three", () => {
  for (const currency of currencies) {
    const worth = roughWorth({ amount: minimumPrice(currency), currency });
    expect(worth, currency).toBeGreaterThanOrEqual(45);
    expect(worth, currency).toBeLessThanOrEqual(300);
  }
});
