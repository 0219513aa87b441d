import { expect, test } from "vitest";
import { moneySentence } from "./money-sentence.ts";

const order = (status: string) => ({ status, price: 4500, currency: "eur" as const });
const charge = (status: "created" | "pending" | "succeeded" | "failed", amount = 4500) => ({
  refund: { status, amount },
});

test("nobody is told that they were not charged when money was taken", () => {
  expect(moneySentence(order("cancelled"), null)).toBe("You were not charged.");
  for (const status of ["created", "pending", "succeeded", "failed"] as const)
    expect(moneySentence(order("cancelled"), charge(status))).toMatch(/^You paid €45.00, and /);
});

test("nobody is told that they have their money back before it is so", () => {
  const given = (status: "created" | "pending" | "succeeded" | "failed") =>
    moneySentence(order("completed"), charge(status)).includes("has been given back");
  expect([given("created"), given("pending"), given("failed")]).toEqual([false, false, false]);
  expect(given("succeeded")).toBe(true);
});

test("of a part that was given back, the part", () => {
  expect(moneySentence(order("completed"), charge("succeeded", 1000))).toContain("€10.00 has been");
});
