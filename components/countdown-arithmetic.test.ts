import { describe, expect, test } from "vitest";
import {
  aboutText,
  announcement,
  clockText,
  elapsed,
  marksLeft,
  remaining,
  untilNextSecond,
} from "./countdown-arithmetic.ts";

const minute = 60_000;
const start = { steady: 1_000, wall: 1_700_000_000_000 };
const later = (steady: number, wall = steady) => ({
  steady: start.steady + steady,
  wall: start.wall + wall,
});

describe("time that has passed", () => {
  test("is what both clocks say when both ran", () => {
    expect(elapsed(start, later(5_000))).toBe(5_000);
  });

  test("is the wall clock's when the steady one slept", () => {
    expect(elapsed(start, later(2_000, 10 * minute))).toBe(10 * minute);
  });

  test("is the steady clock's when the wall clock was set back", () => {
    expect(elapsed(start, later(5_000, -3_600_000))).toBe(5_000);
  });

  test("is never negative", () => {
    expect(elapsed(start, later(-5, -5))).toBe(0);
  });
});

test("what remains ends at zero", () => {
  expect(remaining(15 * minute, start, later(minute))).toBe(14 * minute);
  expect(remaining(15 * minute, start, later(99 * minute))).toBe(0);
});

test("the clock rounds up, so 0:00 means over", () => {
  expect(clockText(15 * minute)).toBe("15:00");
  expect(clockText(899_001)).toBe("15:00");
  expect(clockText(61_000)).toBe("1:01");
  expect(clockText(1)).toBe("0:01");
  expect(clockText(0)).toBe("0:00");
  expect(clockText(-5)).toBe("0:00");
});

test("without a running clock the time is told in words", () => {
  expect(aboutText(15 * minute)).toBe("about 15 minutes left");
  expect(aboutText(70_000)).toBe("about 1 minute left");
  expect(aboutText(44_000)).toBe("less than a minute left");
  expect(aboutText(0)).toBe("Time is up");
});

test("the clock wakes when its text changes", () => {
  expect(untilNextSecond(14_250)).toBe(250);
  expect(untilNextSecond(14_000)).toBe(1000);
});

describe("what is said aloud", () => {
  test.each([
    [10 * minute, "10 minutes left"],
    [5 * minute, "5 minutes left"],
    [2 * minute, "2 minutes left"],
    [minute, "1 minute left"],
    [30_000, "30 seconds left"],
  ])("at %i ms: %s", (at, words) => {
    expect(announcement(at + 400, at - 600)).toBe(words);
  });

  test("nothing between the marks, and each mark once", () => {
    expect(announcement(9 * minute, 9 * minute - 1000)).toBeNull();
    expect(announcement(5 * minute, 5 * minute - 1000)).toBeNull();
  });

  test("after a sleep no mark that is long past", () => {
    expect(announcement(14 * minute, 3 * minute)).toBeNull();
    expect(announcement(14 * minute, 5 * minute - 2_000)).toBe("5 minutes left");
  });

  test("the end, once", () => {
    expect(announcement(900, 0)).toBe("Time is up");
    expect(announcement(0, 0)).toBeNull();
  });
});

test("one mark is taken away as each minute ends", () => {
  expect(marksLeft(15 * minute, 15 * minute, 15)).toBe(15);
  expect(marksLeft(14 * minute + 1, 15 * minute, 15)).toBe(15);
  expect(marksLeft(14 * minute, 15 * minute, 15)).toBe(14);
  expect(marksLeft(1, 15 * minute, 15)).toBe(1);
  expect(marksLeft(0, 15 * minute, 15)).toBe(0);
  expect(marksLeft(20 * minute, 15 * minute, 15)).toBe(15);
});
