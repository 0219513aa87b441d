import fc from "fast-check";
import { expect, test } from "vitest";
import { mostTogether, seatsOf } from "./seats.ts";

test.each([
  ["", []],
  ["  ", []],
  ["12", ["12"]],
  ["12-15", ["12", "13", "14", "15"]],
  ["12 – 15", ["12", "13", "14", "15"]],
  ["１２〜１４", ["12", "13", "14"]],
  ["12, 13,14", ["12", "13", "14"]],
  ["12; 13", ["12", "13"]],
  ["12,13,", ["12", "13"]],
  ["1-2, 7", ["1", "2", "7"]],
  ["A1-A4", ["A1", "A2", "A3", "A4"]],
  ["A1-4", ["A1", "A2", "A3", "A4"]],
  ["a1-A2", ["a1", "a2"]],
  ["098-101", ["098", "099", "100", "101"]],
  ["12b", ["12b"]],
  ["12b, 12c", ["12b", "12c"]],
  ["12-12", ["12"]],
  ["A1-B4", ["A1-B4"]],
  ["Box 3, left", ["Box 3, left"]],
  ["aisle", ["aisle"]],
  ["on the floor-1", ["on the floor-1"]],
  [",", [","]],
  ["<script>", ["<script>"]],
  ["'; drop table tickets; --", ["'; drop table tickets; --"]],
])("%o is %j", (typed, seats) => {
  expect(seatsOf(typed)).toEqual(seats);
});

test.each([
  ["15-12", "backwards"],
  ["1, 15-12", "backwards"],
  ["12,12", "twice"],
  ["12-14, 13", "twice"],
  ["A1, a1", "twice"],
  ["1-9999", "too-many"],
  ["1-20, 21", "too-many"],
  ["0-99999", "too-many"],
])("%o is refused: %s", (typed, problem) => {
  expect(seatsOf(typed)).toBe(problem);
});

test("whatever is typed, it ends soon, in few seats that each say something", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom("1", "2", "9", "-", ",", "A", " ", "0")).map((all) => all.join("")),
    fc.constant("1,".repeat(5000)),
    fc.constant(`1-${"9".repeat(10_000)}`),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const seats = seatsOf(text);
      if (typeof seats === "string") return;
      expect(seats.length).toBeLessThanOrEqual(mostTogether);
      expect(seats.every(Boolean)).toBe(true);
      expect(new Set(seats).size).toBe(seats.length);
    }),
  );
});
