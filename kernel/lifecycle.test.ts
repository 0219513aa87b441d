import { expect, test } from "vitest";
import { canMove, isFinal, statesBefore, type Lifecycle } from "./lifecycle.ts";

const door: Lifecycle<"open" | "shut" | "bricked-up"> = {
  open: ["shut"],
  shut: ["open", "bricked-up"],
  "bricked-up": [],
};

test("moves only along its table", () => {
  expect(canMove(door, "open", "shut")).toBe(true);
  expect(canMove(door, "open", "bricked-up")).toBe(false);
  expect(canMove(door, "open", "open")).toBe(false);
});

test("a state with no way out is final", () => {
  expect(isFinal(door, "bricked-up")).toBe(true);
  expect(isFinal(door, "shut")).toBe(false);
});

test("knows from where a state is reached", () => {
  expect(statesBefore(door, "bricked-up")).toEqual(["shut"]);
  expect(statesBefore(door, "shut")).toEqual(["open"]);
});
