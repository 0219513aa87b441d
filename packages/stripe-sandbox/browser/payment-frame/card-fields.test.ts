import { describe, expect, test } from "vitest";
import { testCards } from "#server/payment-methods/test-cards.ts";
import { checkCard, passesLuhn } from "./check-card.ts";
import { formatCvc, formatExpiry, formatNumber } from "./format-card.ts";

describe("formatting as one types", () => {
  test.each([
    ["4", "4"],
    ["42424", "4242 4"],
    ["4242424242424242", "4242 4242 4242 4242"],
    ["42424242424242429", "4242 4242 4242 4242"],
    ["378282246310005", "3782 822463 10005"],
    ["4242-4242-4242-4242", "4242 4242 4242 4242"],
  ])("number %s", (typed, shown) => expect(formatNumber(typed)).toBe(shown));

  test.each([
    ["1", "1"],
    ["3", "03"],
    ["12", "12"],
    ["123", "12 / 3"],
    ["12 / 34", "12 / 34"],
    ["1/34", "01 / 34"],
    ["12/2034", "12 / 34"],
    ["12 / ", "12"],
  ])("expiry %s", (typed, shown) => expect(formatExpiry(typed)).toBe(shown));

  test("the security code is as long as the brand has it", () => {
    expect(formatCvc("12345", "4242 4242 4242 4242")).toBe("123");
    expect(formatCvc("12345", "3782 822463 10005")).toBe("1234");
  });
});

describe("checking before anything is sent", () => {
  const good = { number: "4242 4242 4242 4242", expiry: "11 / 26", cvc: "123" };
  const today = new Date(2026, 10, 22);

  test("a good card has no problems, in its last month too", () => {
    expect(checkCard(good, today)).toEqual({ number: null, expiry: null, cvc: null });
  });

  test.each([
    [{ ...good, number: "4242" }, "number", "incomplete_number"],
    [{ ...good, number: "4242 4242 4242 4241" }, "number", "invalid_number"],
    [{ ...good, expiry: "1" }, "expiry", "incomplete_expiry"],
    [{ ...good, expiry: "13 / 30" }, "expiry", "invalid_expiry_month"],
    [{ ...good, expiry: "10 / 26" }, "expiry", "invalid_expiry_month_past"],
    [{ ...good, expiry: "12 / 25" }, "expiry", "invalid_expiry_year_past"],
    [{ ...good, cvc: "12" }, "cvc", "incomplete_cvc"],
  ] as const)("%o", (fields, name, code) =>
    expect(checkCard(fields, today)[name]).toMatchObject({ code }),
  );

  test("every test card has a number the form lets through", () => {
    expect(testCards.filter((card) => !passesLuhn(card.number))).toEqual([]);
  });
});
