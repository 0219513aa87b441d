import { expect, test } from "vitest";
import type { CancelReason } from "#db/schema/orders.ts";
import type { RefundStatus } from "#db/schema/payments.ts";
import type { OrderStatus } from "#kernel/order-lifecycle.ts";
import { orderStanding, standings } from "./order-standing.ts";

const statuses: Record<OrderStatus, true> = {
  created: true,
  awaiting_payment: true,
  completed: true,
  cancelled: true,
};
const reasons: Record<CancelReason, true> = {
  buyer: true,
  expired: true,
  payment_failed: true,
  event_over: true,
};
const refunds: Record<RefundStatus, true> = {
  created: true,
  pending: true,
  succeeded: true,
  failed: true,
};

type Facts = Parameters<typeof orderStanding>[0];

function anOrder(facts: Partial<Facts>): Facts {
  return {
    status: "created",
    endedFor: null,
    paymentAuthorizedAt: null,
    price: 4500,
    refund: null,
    event: { cancelledAt: null },
    ...facts,
  };
}

const keys = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]; // a Record's keys

/** Every combination there can be, and some that cannot. */
const everyOrder = keys(statuses).flatMap((status) =>
  [null, ...keys(reasons)].flatMap((endedFor) =>
    [null, new Date()].flatMap((at) =>
      [null, ...keys(refunds)].flatMap((refund) =>
        [4500, 100].map((amount) =>
          anOrder({
            status,
            endedFor,
            paymentAuthorizedAt: at,
            event: { cancelledAt: at },
            refund: refund && { status: refund, amount },
          }),
        ),
      ),
    ),
  ),
);

test("green is for what is theirs, teal for what is held for them, and what is over is muted", () => {
  for (const order of everyOrder) {
    const { tone } = standings[orderStanding(order)];
    const moneyBack = order.refund !== null && order.refund.amount >= order.price;
    if (tone === "yours") expect(order).toMatchObject({ status: "completed" });
    if (tone === "held") expect(order).toMatchObject({ endedFor: null });
    if (tone === "yours" || tone === "held") expect(moneyBack).toBe(false);
    else expect(moneyBack || order.endedFor !== null).toBe(true);
    expect(["yours", "held", "gone", "trouble"]).toContain(tone);
  }
});

test("an order is called by an order's words, never by a ticket's", () => {
  const words = Object.values(standings).map(({ word }) => word);
  expect(new Set(words).size).toBe(words.length);
  for (const word of words) expect(word).not.toMatch(/available|sold|withdrawn/i);
});

test("only what cost nothing says so", () => {
  for (const order of everyOrder) {
    if (standings[orderStanding(order)].free)
      expect(order.refund && order.refund.amount >= order.price).not.toBe(true);
  }
});

test.each<[Partial<Facts>, string]>([
  [{ status: "completed" }, "Yours"],
  [{ status: "completed", refund: { status: "succeeded", amount: 4500 } }, "Refunded"],
  [{ status: "completed", refund: { status: "pending", amount: 4500 } }, "Being refunded"],
  [{ status: "completed", refund: { status: "succeeded", amount: 100 } }, "Yours"],
  [{ status: "created" }, "Held for you"],
  [{ status: "awaiting_payment" }, "Held for you"],
  [{ status: "awaiting_payment", paymentAuthorizedAt: new Date() }, "Payment being finished"],
  [{ status: "created", endedFor: "expired" }, "Time ran out"],
  [{ status: "cancelled", endedFor: "expired" }, "Time ran out"],
  [{ status: "cancelled", endedFor: "buyer" }, "Cancelled"],
  [{ status: "cancelled", endedFor: "payment_failed" }, "Payment failed"],
  [{ status: "cancelled", endedFor: "event_over" }, "Event begun"],
  [
    { status: "created", endedFor: "event_over", event: { cancelledAt: new Date() } },
    "Event called off",
  ],
])("%o is called %s", (facts, word) => {
  expect(standings[orderStanding(anOrder(facts))].word).toBe(word);
});
