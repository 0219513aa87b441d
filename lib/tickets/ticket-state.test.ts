import { expect, test } from "vitest";
import { ticketState } from "./ticket-state.ts";

const deadline = new Date("2026-11-22T20:15:00.000Z");
const before = new Date(deadline.getTime() - 1);
const free = { lockedUntil: null, soldAt: null, withdrawnAt: null };

test("a lock ends at its very moment, whether or not anybody has cleared it away", () => {
  const locked = { ...free, lockedUntil: deadline };
  expect([ticketState(locked, before), ticketState(locked, deadline)]).toEqual([
    "locked",
    "available",
  ]);
});

test("sold is sold, whatever else the row says", () => {
  expect(ticketState({ ...free, lockedUntil: deadline, soldAt: before }, before)).toBe("sold");
});

test("nothing marked is available, and withdrawn is withdrawn", () => {
  expect(ticketState(free, deadline)).toBe("available");
  expect(ticketState({ ...free, withdrawnAt: before }, deadline)).toBe("withdrawn");
});
