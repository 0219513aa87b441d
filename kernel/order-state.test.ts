import { expect, test } from "vitest";
import {
  deadlineOf,
  holdingStatuses,
  isLapsed,
  isLive,
  liveStatuses,
  whyOver,
} from "./order-state.ts";

const expiresAt = new Date("2026-11-22T20:15:00.000Z");
const later = (milliseconds: number) => new Date(expiresAt.getTime() + milliseconds);
const waiting = { status: "awaiting_payment" as const, expiresAt, paymentAuthorizedAt: null };

test("an order is live until it is completed or cancelled", () => {
  expect(liveStatuses).toEqual(["created", "awaiting_payment"]);
  expect(isLive({ status: "completed" })).toBe(false);
  expect(isLive({ status: "cancelled" })).toBe(false);
});

test("an order has its ticket until it is cancelled", () => {
  expect(holdingStatuses).toEqual(["created", "awaiting_payment", "completed"]);
});

test("an order lapses at its deadline, to the millisecond", () => {
  expect(isLapsed(waiting, later(-1))).toBe(false);
  expect(isLapsed(waiting, later(0))).toBe(true);
});

test("an order whose payment was authorised, or that is over, cannot lapse", () => {
  expect(isLapsed({ ...waiting, paymentAuthorizedAt: later(-1) }, later(1))).toBe(false);
  expect(isLapsed({ ...waiting, status: "completed" }, later(1))).toBe(false);
  expect(isLapsed({ ...waiting, status: "cancelled" }, later(1))).toBe(false);
});

const goesOn = { startsAt: later(1000), cancelledAt: null };
const begins = { startsAt: expiresAt, cancelledAt: null };

test("a card may be authorised until the lock ends or the event begins, whichever comes first", () => {
  expect(deadlineOf(waiting, goesOn)).toEqual(expiresAt);
  expect(deadlineOf(waiting, { startsAt: later(-1000) })).toEqual(later(-1000));
});

test("an order is over when its time is up, and for the event's sake when that has begun or is called off", () => {
  expect(whyOver(waiting, goesOn, later(-1))).toBeNull();
  expect(whyOver(waiting, goesOn, later(0))).toBe("expired");
  expect(whyOver(waiting, begins, later(-1))).toBeNull();
  expect(whyOver(waiting, begins, later(0))).toBe("event_over");
  expect(whyOver(waiting, { ...goesOn, cancelledAt: later(-9) }, later(-1))).toBe("event_over");
});

test("a deadline that passed before the event began is the deadline's, however late anybody looks", () => {
  expect(whyOver(waiting, goesOn, later(5000))).toBe("expired");
});

test("once its card is authorised, or it has ended, an order is over for nothing of this", () => {
  const calledOff = { ...goesOn, cancelledAt: later(-9) };
  const authorized = { ...waiting, paymentAuthorizedAt: later(-1) };
  expect(whyOver(authorized, calledOff, later(1))).toBeNull();
  expect(whyOver({ ...waiting, status: "cancelled" }, calledOff, later(1))).toBeNull();
});
