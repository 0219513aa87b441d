import { expect, test } from "vitest";
import { finalStates, reachableStates } from "#test/support/reachable-states.ts";
import { chargeLifecycle } from "./charge-lifecycle.ts";

test("every state of a charge can be reached from its creation", () => {
  expect(reachableStates(chargeLifecycle, "created")).toEqual(["completed", "created", "failed"]);
});

test("failed and completed are final", () => {
  expect(finalStates(chargeLifecycle)).toEqual(["completed", "failed"]);
});
