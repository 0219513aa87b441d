import { expect, test } from "vitest";
import { legalIn, paymentIntentLifecycle } from "./payment-intent-lifecycle.ts";

test("every status can be reached, and the last two are final", () => {
  const reached = new Set([
    "requires_payment_method",
    "processing",
    ...Object.values(paymentIntentLifecycle).flat(),
  ]);
  expect([...reached].toSorted()).toEqual(Object.keys(paymentIntentLifecycle).toSorted());
  expect(paymentIntentLifecycle.succeeded).toEqual([]);
  expect(paymentIntentLifecycle.canceled).toEqual([]);
});

test("every status that may be cancelled can move to canceled", () => {
  for (const status of legalIn.cancel) expect(paymentIntentLifecycle[status]).toContain("canceled");
});
