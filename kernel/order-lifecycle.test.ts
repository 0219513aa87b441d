import { expect, test } from "vitest";
import { finalStates, reachableStates } from "#test/support/reachable-states.ts";
import { orderLifecycle } from "./order-lifecycle.ts";

test("every state of an order can be reached from its creation", () => {
  expect(reachableStates(orderLifecycle, "created")).toEqual(
    Object.keys(orderLifecycle).toSorted(),
  );
});

test("completed and cancelled are final, and nothing else is", () => {
  expect(finalStates(orderLifecycle)).toEqual(["cancelled", "completed"]);
});

test("an order is completed only after its payment was awaited", () => {
  expect(orderLifecycle.created).not.toContain("completed");
});
