import { describe, expect, test } from "vitest";
import { waitYourTurn } from "./wait-your-turn.ts";

const minute = 60_000;
const lock = 15 * minute;
const start = new Date("2026-11-22T20:00:00.000Z");
const at = (minutes: number) => new Date(start.getTime() + minutes * minute);
/** Held from one minute to another, and not bought. */
const held = (from: number, until: number) => ({
  ofThisTicket: true,
  from: at(from),
  until: at(until),
});
const elsewhere = (from: number, until: number) => ({ ...held(from, until), ofThisTicket: false });
const wait = (holds: ReturnType<typeof held>[], now: number) => waitYourTurn(holds, lock, at(now));

/** How long somebody holds a ticket within so many minutes, who takes it whenever they may. */
function greedily({ hold, pause, minutes }: { hold: number; pause: number; minutes: number }) {
  const holds: ReturnType<typeof held>[] = [];
  let now = 0;
  while (now < minutes) {
    const until = wait(
      holds.filter((each) => each.until > at(now - 120)),
      now,
    )?.until;
    if (until) now = (until.getTime() - start.getTime()) / minute;
    holds.push(held(now, now + hold));
    now += hold + pause;
  }
  return holds.reduce(
    (sum, { from, until }) => sum + (until.getTime() - from.getTime()) / minute,
    0,
  );
}

describe("one ticket", () => {
  test("a mistake, or a lapse and a mistake, costs nothing", () => {
    expect(wait([], 0)).toBeNull();
    expect(wait([held(0, 0.1)], 0.2)).toBeNull();
    expect(wait([held(0, 0.1), held(0.2, 0.3)], 0.4)).toBeNull();
    expect(wait([held(0, 15), held(15, 15.5)], 16)).toBeNull();
  });

  test("two whole locks: others have it for as long", () => {
    expect(wait([held(0, 15), held(15, 30)], 30)).toEqual({ until: at(60), of: "this ticket" });
    expect(wait([held(0, 15), held(15, 30)], 60)).toBeNull();
  });

  test("two locks given up in their last second count as two whole ones", () => {
    expect(wait([held(0, 14.98), held(15, 29.98)], 30)?.of).toBe("this ticket");
  });

  test("locked and cancelled every second or so: the fifth time is refused, for half an hour", () => {
    const quick = [0, 1, 2, 3].map((n) => held(n * 0.03, n * 0.03 + 0.02));
    expect(wait(quick.slice(0, 3), 0.1)).toBeNull();
    const lastEnd = quick.at(-1)?.until.getTime() ?? 0;
    const until = new Date(lastEnd + 30 * minute);
    expect(wait(quick, 0.12)).toEqual({ until, of: "this ticket" });
  });

  test("nobody is sent away for longer than an hour", () => {
    const all = [0, 15, 30, 45, 60, 75, 90].map((from) => held(from, from + 15));
    expect(wait(all, 105)?.until).toEqual(at(165));
  });

  test.each([
    { hold: 15, pause: 0 },
    { hold: 14.9, pause: 0.1 },
    { hold: 7, pause: 0 },
    { hold: 5, pause: 5 },
    { hold: 1, pause: 0 },
    { hold: 0.02, pause: 0.01 },
    { hold: 12, pause: 3 },
    { hold: 15, pause: 15 },
  ])("held $hold minutes and let go for $pause, it is others' for half of a day", (rhythm) => {
    expect(greedily({ ...rhythm, minutes: 24 * 60 })).toBeLessThan((24 * 60) / 2);
  });
});

describe("several tickets of one event or seller", () => {
  test("three that were looked at and let go cost nothing", () => {
    expect(wait([elsewhere(0, 3), elsewhere(0, 3), elsewhere(0, 3)], 4)).toBeNull();
  });

  test("six whole locks, one ticket after the other", () => {
    const round = [0, 15, 30, 45, 60, 75].map((from) => elsewhere(from, from + 15));
    expect(wait(round.slice(1), 90)).toBeNull();
    expect(wait(round, 90)).toEqual({ until: at(150), of: "several tickets" });
  });
});

test("a shorter lock makes for a shorter wait", () => {
  const holds = [0, 1].map((second) => held(second / 60, (second + 1) / 60));
  expect(waitYourTurn(holds, 1000, at(2 / 60))?.until).toEqual(at(4 / 60));
});
