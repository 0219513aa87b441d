import { describe, expect, test } from "vitest";
import { at, type Case, cases, every, situation } from "#test/support/every-situation.ts";
import { decide, type Decision, type Situation } from "./decide.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";

const failed: Decision = { to: "cancel-order", reason: "payment_failed", failure: "declined" };
const usual: Case = {
  order: "awaiting_payment",
  recorded: "not recorded",
  payment: "requires_payment_method",
  event: "goes on",
  time: "before",
  hold: "ours",
  amount: "right",
  charge: "open",
};
/** What the table says nothing about. */
function decideWhen(
  given: Partial<Case>,
  seen: Partial<PaymentSnapshot>,
  changed: Partial<Situation> = {},
) {
  const any = situation({ ...usual, ...given });
  return decide({ ...any, ...changed, payment: any.payment && { ...any.payment, ...seen } });
}

describe("declines", () => {
  test.each([0, 1, 2])("after %i the buyer may try another card", (declines) => {
    expect(decideWhen({}, { declines })).toEqual({ to: "wait" });
  });

  test("after three the payment has failed, before the deadline or after it", () => {
    for (const time of every.time) expect(decideWhen({ time }, { declines: 3 })).toEqual(failed);
  });

  test("when one try is allowed, the first decline ends the order", () => {
    const once = { attemptsAllowed: 1 };
    expect(decideWhen({}, { declines: 0 }, once)).toEqual({ to: "wait" });
    expect(decideWhen({}, { declines: 1 }, once)).toEqual(failed);
  });

  test("one that no second try will change ends the order at once", () => {
    expect(decideWhen({}, { declines: 1, declinedForGood: true })).toEqual(failed);
  });

  test("a card that was authorised after some declines is taken all the same", () => {
    const paid = { payment: "requires_capture" } as const;
    expect(decideWhen(paid, { declines: 9, declinedForGood: true })).toMatchObject({
      to: "capture",
    });
  });
});

test("seen in time by our clock is in time, whatever Stripe's says", () => {
  const seen = { authorizedAt: at(5) };
  const decision = { to: "capture", authorizedAt: at(-30) };
  expect(decideWhen({ payment: "requires_capture" }, seen)).toEqual(decision);
});

describe("money that was given back", () => {
  const sold = { order: "completed", payment: "succeeded", charge: "closed" } as const;
  const seen = {
    stripeId: "re_1",
    status: "succeeded",
    amount: 4500,
    failureReason: null,
  } as const;
  const charge = {
    status: "completed",
    stripeId: "pi_1",
    stripeRefundId: "re_1",
    refund: { status: "succeeded", amount: 4500 },
    disputeStatus: null,
  } as const;

  test("is recorded when Stripe knows of it and we do not", () => {
    expect(decideWhen(sold, { refund: seen })).toEqual({ to: "record-refund", refund: seen });
  });

  test("is recorded again when it has changed at Stripe", () => {
    const refund = { ...seen, status: "failed" } as const;
    expect(decideWhen(sold, { refund }, { charge })).toEqual({ to: "record-refund", refund });
  });

  test("is recorded again when another part was given back since", () => {
    const refund = { ...seen, amount: 4600 };
    expect(decideWhen(sold, { refund }, { charge })).toEqual({ to: "record-refund", refund });
  });

  test("is not given back again", () => {
    for (const order of ["completed", "cancelled"] as const)
      expect(decideWhen({ ...sold, order }, { refund: seen }, { charge })).toEqual({ to: "rest" });
  });

  test("was written down and not asked for yet: it is asked for", () => {
    const refund = { status: "created", amount: 4500 } as const;
    const opened = { ...charge, stripeRefundId: null, refund };
    expect(decideWhen(sold, {}, { charge: opened })).toEqual({ to: "refund" });
  });

  test("a dispute is recorded, once", () => {
    const disputeStatus = "needs_response";
    expect(decideWhen(sold, { disputeStatus })).toEqual({ to: "record-dispute", disputeStatus });
    const known = { ...charge, stripeRefundId: null, refund: null, disputeStatus };
    expect(decideWhen(sold, { disputeStatus }, { charge: known })).toEqual({ to: "rest" });
  });
});

test("what was fetched before the order was recorded as authorised, and does not show it, decides nothing", () => {
  for (const one of cases) {
    const current = situation(one);
    const shown = one.payment === "requires_capture" || one.payment === "succeeded";
    expect({ one, decision: decide({ ...current, authorizedWhenFetched: false }) }).toEqual({
      one,
      decision: one.recorded === "recorded" && !shown ? { to: "look-again" } : decide(current),
    });
  }
});
