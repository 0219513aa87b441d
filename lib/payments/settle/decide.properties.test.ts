import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newId } from "#kernel/ids.ts";
import { decide, type Decision, type Situation } from "./decide.ts";
import type { RefundSnapshot } from "../refunds/fetch-refund.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";

const orderId = newId<"order">();
const deadline = new Date("2026-11-22T20:15:00.000Z");
const at = (seconds: number) => new Date(deadline.getTime() + seconds * 1000);

const moment = fc.constantFrom(-900, -60, -0.001, 0, 0.001, 60, 7200).map(at);
const anyPayment = fc.record({
  status: fc.constantFrom<PaymentSnapshot["status"][]>(
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "processing",
    "requires_capture",
    "canceled",
    "succeeded",
  ),
  amount: fc.constantFrom(4500, 4500, 1, 4501),
  currency: fc.constantFrom("eur", "eur", "usd"),
  authorizedAt: fc.option(moment),
  card: fc.constant(null),
  declines: fc.nat(5),
  declinedCards: fc.constant([]),
  declinedForGood: fc.boolean(),
  failureCode: fc.option(fc.constant("insufficient_funds")),
  refund: fc.option(
    fc.record({
      stripeId: fc.constantFrom("re_1", "re_2"),
      status: fc.constantFrom("pending", "succeeded", "failed"),
      amount: fc.constant(4500),
      failureReason: fc.constant(null),
    }),
  ),
  disputeStatus: fc.option(fc.constantFrom("needs_response", "lost")),
});
/** Everything that can be, and much that cannot: an order is completed together with its charge. */
const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    order: fc.record({
      id: fc.constant(orderId),
      status: fc.constantFrom("created", "awaiting_payment", "completed", "cancelled"),
      price: fc.constant(4500),
      currency: fc.constant("eur"),
      expiresAt: fc.constant(deadline),
      paymentAuthorizedAt: fc.option(fc.constantFrom(-900, -60, -0.001).map(at)),
    }),
    event: fc.record({
      startsAt: fc.constantFrom(-60, 0, 7200).map(at),
      cancelledAt: fc.option(fc.constant(at(-120))),
    }),
    ticket: fc.record({
      heldBy: fc.constantFrom(orderId, newId<"order">(), null),
      soldAt: fc.option(fc.constant(at(-30))),
    }),
    charge: fc.record({
      status: fc.constantFrom("created", "failed", "completed"),
      refund: fc.constantFrom(
        { stripeRefundId: null, refund: null },
        { stripeRefundId: null, refund: { status: "created" as const, amount: 4500 } },
        { stripeRefundId: null, refund: { status: "failed" as const, amount: 4500 } },
        { stripeRefundId: "re_1", refund: { status: "pending" as const, amount: 4500 } },
        { stripeRefundId: "re_1", refund: { status: "succeeded" as const, amount: 4500 } },
      ),
      disputeStatus: fc.option(fc.constantFrom("needs_response", "lost")),
    }),
    payment: fc.option(anyPayment),
    decidedAt: moment,
    attemptsAllowed: fc.constant(3),
  })
  .map(({ charge: { refund, ...charge }, ...any }) => ({
    ...any,
    charge: { ...charge, ...refund, stripeId: any.payment ? "pi_1" : null },
    fetchedAt: any.decidedAt,
    authorizedWhenFetched: any.order.paymentAuthorizedAt !== null,
  }));
const isOver = ({ order }: Situation) =>
  order.status === "completed" || order.status === "cancelled";
const always = (holds: (situation: Situation, decision: Decision) => void) =>
  fc.assert(
    fc.property(anySituation, (any) => holds(any, decide(any))),
    { numRuns: 3000 },
  );

describe("whatever the situation", () => {
  test("money is taken only for a live order that holds its ticket, in the right amount, authorised in time", () =>
    always(({ ticket, payment, ...any }, { to, ...decision }) => {
      if (to !== "capture" && to !== "complete") return;
      expect(isOver({ ticket, payment, ...any })).toBe(false);
      expect(ticket).toEqual({ heldBy: orderId, soldAt: null });
      expect(payment).toMatchObject({ amount: 4500, currency: "eur" });
      expect(payment?.status).toBe(to === "capture" ? "requires_capture" : "succeeded");
      expect(decision).toHaveProperty("authorizedAt");
      if ("authorizedAt" in decision)
        expect(decision.authorizedAt.getTime()).toBeLessThan(deadline.getTime());
    }));

  test("what was authorised after the deadline, and seen after it, is never taken", () =>
    always(({ order, payment, decidedAt }, { to }) => {
      const tooLate = (payment?.authorizedAt ?? deadline) >= deadline && decidedAt >= deadline;
      if (tooLate && !order.paymentAuthorizedAt) expect(["capture", "complete"]).not.toContain(to);
    }));

  test("a live order gives nothing back, and one that is over is not cancelled again", () =>
    always((any, { to }) => {
      const released = any.event.cancelledAt ? [] : ["release"];
      expect(
        isOver(any)
          ? ["capture", "complete", "cancel-order"]
          : [...released, "refund", "close-charge", "rest"],
      ).not.toContain(to);
    }));

  test("an answer from before the authorisation was recorded ends nothing and gives nothing back", () =>
    always((any) => {
      if (!any.order.paymentAuthorizedAt || !any.payment) return;
      if (["requires_capture", "succeeded"].includes(any.payment.status)) return;
      expect(decide({ ...any, authorizedWhenFetched: false })).toEqual({ to: "look-again" });
    }));

  test("for an event that was called off, nothing more is taken", () =>
    always(({ event }, { to }) => {
      if (event.cancelledAt) expect(to).not.toBe("capture");
    }));

  test("an order whose capture may be under way is not cancelled while its payment can be captured", () =>
    always(({ order, payment, event }, decision) => {
      const rightAmount = payment?.amount === 4500 && payment.currency === "eur";
      if (event.cancelledAt && order.paymentAuthorizedAt && rightAmount)
        if (payment.status === "requires_capture") expect(decision.to).not.toBe("cancel-order");
    }));

  test("a card authorised after the event has begun is never captured", () =>
    always(({ order, event, payment, decidedAt }, { to }) => {
      const tooLate =
        (payment?.authorizedAt ?? at(9999)) >= event.startsAt && decidedAt >= event.startsAt;
      if (tooLate && !order.paymentAuthorizedAt) expect(["capture", "complete"]).not.toContain(to);
    }));

  test("captured money of an order that was not completed is given back", () =>
    fc.assert(
      fc.property(anySituation, anyPayment, (any, payment) => {
        const kept: Situation = {
          ...any,
          order: { ...any.order, status: "cancelled" },
          charge: { ...any.charge, stripeId: "pi_1", stripeRefundId: null, refund: null },
          payment: { ...payment, status: "succeeded", refund: null },
        };
        expect(["refund", "record-dispute"]).toContain(decide(kept).to);
      }),
    ));

  test("what Stripe says of a refund is in our books before anything else is done about it", () =>
    always(({ charge, payment, ...any }, { to }) => {
      const seen = payment?.status === "succeeded" ? payment.refund : null;
      const same =
        seen?.stripeId === charge.stripeRefundId && seen?.status === charge.refund?.status;
      if (seen && !same && isOver({ charge, payment, ...any })) expect(to).toBe("record-refund");
    }));

  test("carried out and looked at again, it comes to rest or to somebody else's move", () => {
    fc.assert(
      fc.property(anySituation, (any) => {
        let now = any;
        for (let step = 0; step < 8; step += 1) {
          const decision = decide(now);
          if (decision.to === "rest" || decision.to === "wait") return;
          now = afterwards(now, decision);
        }
        expect.fail("it goes on for ever");
      }),
      { numRuns: 3000 },
    );
  });
});

const madeRefund = {
  stripeId: "re_3",
  status: "succeeded" as const,
  amount: 4500,
  failureReason: null,
};

/** The situation after a decision was carried out. */
function afterwards(before: Situation, decision: Decision): Situation {
  const { order, charge, payment } = before;
  switch (decision.to) {
    case "capture":
      return {
        ...before,
        order: { ...order, paymentAuthorizedAt: decision.authorizedAt },
        authorizedWhenFetched: true,
        payment: payment && { ...payment, status: "succeeded" },
      };
    case "complete":
      return {
        ...before,
        order: { ...order, status: "completed" },
        charge: { ...charge, status: "completed" },
      };
    case "cancel-order":
      return { ...before, order: { ...order, status: "cancelled" } };
    case "release":
      return { ...before, payment: payment && { ...payment, status: "canceled" } };
    case "close-charge":
      return { ...before, charge: { ...charge, status: "failed" } };
    case "refund":
      return { ...before, payment: payment && { ...payment, refund: madeRefund } };
    case "record-refund":
      return { ...before, charge: { ...charge, ...booksOf(decision.refund) } };
    case "record-dispute":
      return { ...before, charge: { ...charge, disputeStatus: decision.disputeStatus } };
    case "rest":
    case "wait":
    case "look-again":
      return before;
  }
}

function booksOf({ stripeId: stripeRefundId, status, amount }: RefundSnapshot) {
  return { stripeRefundId, refund: { status, amount } };
}
