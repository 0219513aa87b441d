import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  currencies,
  type Currency,
  editablePrice,
  formatMoney,
  formatMoneyShort,
  largestPrice,
  minimumPrice,
  parsePrice,
  priceStep,
  shareOf,
  stripeMinimum,
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
  test("50 yen are too few: converted, they are worth less than Stripe takes", () =>
    expect(parsePrice("50", "jpy")).toBe("too-small"));
  test("shows without decimals", () => {
    expect(formatMoney({ amount: 500, currency: "jpy" })).toBe("¥500");
    expect(editablePrice({ amount: 500, currency: "jpy" })).toBe("500");
  });
});

/** By https://docs.stripe.com/currencies: what is typed, and the amount that Stripe is sent for it. */
test.each([
  ["500", "isk", 50_000],
  ["500.50", "isk", "too-many-decimals"],
  ["149", "isk", "too-small"],
  ["999999", "isk", 99_999_900],
  ["1000000", "isk", "too-large"],
  ["174", "huf", "too-small"],
  ["350", "huf", 35_000],
  ["350.50", "huf", "too-many-decimals"],
  ["9999999", "huf", 999_999_900],
  ["5000", "ugx", 500_000],
  ["5000.5", "ugx", "too-many-decimals"],
  ["5.12", "kwd", 5120],
  ["5.125", "kwd", "too-many-decimals"],
  ["0.29", "kwd", "too-small"],
  ["15000", "krw", 15_000],
  ["15000.5", "krw", "too-many-decimals"],
  ["1000000.50", "inr", 100_000_050],
  ["9999999.99", "inr", 999_999_999],
  ["10000000", "inr", "too-large"],
  ["19.99", "czk", "too-small"],
  ["20", "czk", 2000],
  ["2.49", "dkk", "too-small"],
  ["250000", "cop", 25_000_000],
  ["999999.99", "aud", 99_999_999],
] as const)("%j %s: %s", (typed, currency, expected) => {
  expect(parsePrice(typed, currency)).toBe(expected);
});

test("no price is under what Stripe takes, nor has more digits than a column of the tables or Stripe can hold", () => {
  for (const currency of currencies) {
    expect(minimumPrice(currency)).toBeGreaterThanOrEqual(stripeMinimum(currency) ?? 0);
    expect(minimumPrice(currency) % priceStep(currency)).toBe(0);
    expect(largestPrice(currency).amount % priceStep(currency)).toBe(0);
    expect(largestPrice(currency).amount).toBeLessThan(2 ** 31);
  }
});

test("the country of every venue has its currency", () => {
  const official =
    "ars aud brl cad chf clp cop czk dkk eur gbp huf inr isk jpy krw mxn nok nzd pln ron sek sgd try usd zar";
  expect(currencies).toEqual(expect.arrayContaining(official.split(" ")));
});

test("shows money as people write it", () => {
  expect(formatMoney({ amount: 435, currency: "eur" })).toBe("€4.35");
  expect(formatMoney(largestPrice("usd"))).toBe("$999,999.99");
  expect(formatMoney({ amount: 50_000, currency: "isk" })).toBe("ISK\u00a0500");
  expect(editablePrice({ amount: 35_000, currency: "huf" })).toBe("350");
});

const anyCurrency = fc.constantFrom(...currencies);
const anyPrice = anyCurrency.chain((currency) =>
  fc.record({
    currency: fc.constant(currency),
    amount: fc
      .integer({
        min: minimumPrice(currency) / priceStep(currency),
        max: largestPrice(currency).amount / priceStep(currency),
      })
      .map((steps) => steps * priceStep(currency)),
  }),
);

test("in a headline an amount has no zeros that say nothing", () => {
  const short = (amount: number, currency: Currency) => formatMoneyShort({ amount, currency });
  expect([short(4200, "eur"), short(4250, "eur"), short(4205, "eur")]).toEqual([
    "€42",
    "€42.50",
    "€42.05",
  ]);
  expect([short(500, "jpy"), short(100_000, "gbp")]).toEqual(["¥500", "£1,000"]);
});

test("what each of several people pays is an amount that its currency has", () => {
  expect(shareOf({ amount: 4600, currency: "eur" }, 3)).toEqual({ amount: 1533, currency: "eur" });
  expect(shareOf({ amount: 1000, currency: "jpy" }, 3)).toEqual({ amount: 333, currency: "jpy" });
  expect(shareOf({ amount: 1_000_000, currency: "huf" }, 3)).toEqual({
    amount: 333_300,
    currency: "huf",
  });
});

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
      expect(price % priceStep(currency)).toBe(0);
    }),
  );
});
