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

test.each([
  "1,".repeat(5000),
  `1-${"9".repeat(10_000)}`,
  "-".repeat(10_000),
  "x".repeat(10_000),
  "\u0000",
  "\uD800, 1",
  "1\u202E-2",
])(
  "whatever is typed (%#), it ends in few seats that each say something, or in a problem",
  (typed) => {
    const seats = seatsOf(typed);
    if (typeof seats === "string") return;
    expect(seats.length).toBeLessThanOrEqual(mostTogether);
    expect(seats.every(Boolean)).toBe(true);
  },
);
