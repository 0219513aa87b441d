import { expect, test } from "vitest";
import { findUnknownPath, pathsAmong } from "./command-line.ts";

const files = ["kernel/money.test.ts", "lib/orders/create-order.test.ts"];

test("options and their values are no paths", () => {
  const words = ["kernel/money", "--watch", "-t", "adds up", "lib/orders", "--shard=1/2"];
  expect(pathsAmong(words)).toEqual(["kernel/money", "lib/orders"]);
});

test.each([
  "kernel/money.test.ts",
  "./kernel/money.test.ts",
  "kernel/",
  "create-order",
  "lib/orders/create-order.test.ts:12",
  `${process.cwd()}/kernel/money.test.ts`,
])("%s chooses a file", (given) => {
  expect(findUnknownPath([given], files)).toBeUndefined();
});

test("one mistyped path among others is found", () => {
  const mistyped = "lib/orders/creat-order.test.ts";
  expect(findUnknownPath(["kernel/money.test.ts", mistyped], files)).toBe(mistyped);
});
