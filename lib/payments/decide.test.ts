import { describe, expect, test } from "vitest";
import { decide, type Decision, type Situation } from "./decide.ts";
import type { PaymentSeen } from "./payment-seen.ts";

const deadline = new Date("2026-11-22T20:15:00.000Z");
const at = (seconds: number) => new Date(deadline.getTime() + seconds * 1000);

const seen = (given: Partial<PaymentSeen> = {}): PaymentSeen => ({
  ...{ status: "requires_capture", amount: 4500, currency: "eur", authorizedAt: at(-60) },
  ...{
    declines: 0,
    declinedForGood: false,
    failureCode: null,
    refund: null,
    disputeStatus: null,
    ...given,
  },
});

type Given = Partial<Omit<Situation, "order">> & { order?: Partial<Situation["order"]> };

/** Authorised in time, looked at in time, ticket held, one charge open: what a test says nothing about. */
function situation({ order, ...given }: Given = {}): Situation {
  return {
    order: {
      ...{ status: "awaiting_payment", price: 4500, currency: "eur", expiresAt: deadline },
      ...{ paymentAuthorizedAt: null, ...order },
    },
    ...{
      holdsTicket: true,
      charge: { status: "created", refund: null, disputeStatus: null },
      payment: seen(),
    },
    ...{ decidedAt: at(-30), attemptsAllowed: 3, ...given },
  };
}

const none = seen({ status: "requires_payment_method", authorizedAt: null });
const givenBack = { status: "succeeded" as const, stripeId: "re_1" };
const late = { payment: seen({ authorizedAt: at(5) }), decidedAt: at(10) };
const cancelled = { status: "cancelled" as const };
const completed = { status: "completed" as const, paymentAuthorizedAt: at(-60) };
const succeeded = seen({ status: "succeeded" });

describe("a live order", () => {
  test.each<[string, Given, Decision]>([
    ["authorised in time takes the money", {}, { to: "capture", authorizedAt: at(-60) }],
    [
      "authorised in time, news late, takes it too",
      { decidedAt: at(7200) },
      { to: "capture", authorizedAt: at(-60) },
    ],
    [
      "seen in time by our clock is in time, whatever Stripe's says",
      { payment: seen({ authorizedAt: at(5) }), decidedAt: at(-1) },
      { to: "capture", authorizedAt: at(-1) },
    ],
    ["captured is completed", { payment: succeeded }, { to: "complete", authorizedAt: at(-60) }],
    [
      "noted as authorised keeps that moment",
      { order: { paymentAuthorizedAt: at(-90) }, decidedAt: at(7200) },
      { to: "capture", authorizedAt: at(-90) },
    ],
    ["authorised too late has expired", late, { to: "cancel-order", reason: "expired" }],
    [
      "authorised at the deadline itself is too late",
      { payment: seen({ authorizedAt: at(0) }), decidedAt: at(0) },
      { to: "cancel-order", reason: "expired" },
    ],
    [
      "authorised without the ticket has expired",
      { holdsTicket: false },
      { to: "cancel-order", reason: "expired" },
    ],
    ["declined waits for another card", { payment: { ...none, declines: 2 } }, { to: "wait" }],
    [
      "declined three times has failed",
      { payment: { ...none, declines: 3 } },
      { to: "cancel-order", reason: "payment_failed" },
    ],
    [
      "declined for good has failed",
      { payment: { ...none, declines: 1, declinedForGood: true } },
      { to: "cancel-order", reason: "payment_failed" },
    ],
    ["without a card waits", { payment: none }, { to: "wait" }],
    [
      "without a card at the deadline has expired",
      { payment: none, decidedAt: at(0) },
      { to: "cancel-order", reason: "expired" },
    ],
    [
      "in 3-D Secure waits",
      { payment: seen({ status: "requires_action", authorizedAt: null }) },
      { to: "wait" },
    ],
    [
      "in 3-D Secure past the deadline has expired",
      { payment: seen({ status: "requires_action", authorizedAt: null }), decidedAt: at(1) },
      { to: "cancel-order", reason: "expired" },
    ],
    ["never submitted waits", { order: { status: "created" }, payment: null }, { to: "wait" }],
    [
      "never submitted past the deadline has expired",
      { payment: null, decidedAt: at(1) },
      { to: "cancel-order", reason: "expired" },
    ],
    [
      "whose PaymentIntent was cancelled has failed",
      { payment: seen({ status: "canceled", authorizedAt: null }) },
      { to: "cancel-order", reason: "payment_failed" },
    ],
    [
      "noted as authorised and undone at Stripe has failed",
      { order: { paymentAuthorizedAt: at(-60) }, payment: none },
      { to: "cancel-order", reason: "payment_failed" },
    ],
  ])("%s", (_, given, decision) => {
    expect(decide(situation(given))).toEqual(decision);
  });

  test.each([{ amount: 4499 }, { amount: 450_000 }, { currency: "usd" }])(
    "is never paid with %o",
    (wrong) => {
      for (const status of ["requires_capture", "succeeded"] as const) {
        const decision = decide(situation({ payment: seen({ status, ...wrong }) }));
        expect(decision).toMatchObject({
          to: "cancel-order",
          reason: "payment_failed",
          alarm: expect.any(String),
        });
      }
    },
  );
});

describe("an order that is over", () => {
  test.each<[string, Given, Decision]>([
    ["lets go of what a card authorised", { order: cancelled }, { to: "release" }],
    [
      "lets go of a PaymentIntent nobody paid",
      { order: cancelled, payment: none },
      { to: "release" },
    ],
    ["gives captured money back", { order: cancelled, payment: succeeded }, { to: "refund" }],
    [
      "gives it back once",
      {
        order: cancelled,
        payment: succeeded,
        charge: { status: "failed", refund: givenBack, disputeStatus: null },
      },
      { to: "rest" },
    ],
    [
      "gives back what a second charge captured",
      { order: completed, payment: succeeded },
      { to: "refund" },
    ],
    [
      "closes a charge whose PaymentIntent is cancelled",
      { order: cancelled, payment: seen({ status: "canceled", failureCode: "abandoned" }) },
      { to: "close-charge", failureCode: "abandoned" },
    ],
    [
      "closes a charge that never was submitted",
      { order: cancelled, payment: null },
      { to: "close-charge", failureCode: "never_submitted" },
    ],
    [
      "waits for what is still processing",
      { order: cancelled, payment: seen({ status: "processing" }) },
      { to: "wait" },
    ],
    [
      "and closed is at rest",
      {
        order: cancelled,
        payment: seen({ status: "canceled" }),
        charge: { status: "failed", refund: null, disputeStatus: null },
      },
      { to: "rest" },
    ],
    [
      "and completed is at rest",
      {
        order: completed,
        payment: succeeded,
        charge: { status: "completed", refund: null, disputeStatus: null },
      },
      { to: "rest" },
    ],
  ])("%s", (_, given, decision) => {
    expect(decide(situation(given))).toEqual(decision);
  });
});
