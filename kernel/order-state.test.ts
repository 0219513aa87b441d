import { expect, test } from "vitest";
import { holdingStatuses, isLapsed, isLive, liveStatuses } from "./order-state.ts";

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
