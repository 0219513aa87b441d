import type { RefundStatus } from "#db/schema/payments.ts";
import type { RefundSnapshot } from "#lib/payments/refunds/fetch-refund.ts";
import { decide } from "#lib/payments/settle/decide.ts";
import { situation } from "#test/support/every-situation.ts";

const recorded: RefundStatus[] = ["created", "pending", "succeeded", "failed"];
const atStripe: RefundSnapshot["status"][] = ["pending", "succeeded", "failed"];

/** Money was taken and the order is over: what remains to be known is its refund. */
const taken = situation({
  order: "cancelled",
  recorded: "not recorded",
  payment: "succeeded",
  event: "goes on",
  time: "before",
  hold: "free",
  amount: "right",
  charge: "closed",
});

/** The status our books take when they say `before` (null: no refund) and Stripe says `now`. */
function after(before: RefundStatus | null, now: RefundSnapshot["status"] | null) {
  const stripeId = "re_1";
  const amount = 4500;
  const refund = now && { stripeId, status: now, amount, failureReason: null };
  const decision = decide({
    ...taken,
    charge: {
      ...taken.charge,
      stripeRefundId: before && before !== "created" ? stripeId : null,
      refund: before && { status: before, amount },
    },
    payment: taken.payment && { ...taken.payment, refund },
  });
  if (decision.to === "record-refund") return decision.refund.status;
  return decision.to === "refund" && !before ? ("created" as const) : before;
}

/** A refund has no table of moves: its books follow Stripe. So `decide` is asked about every pair there is. */
export function refundMoves() {
  const starts = [null, ...atStripe].map((now) => after(null, now));
  const moves = recorded.flatMap((from) =>
    atStripe.flatMap((now) => {
      const to = after(from, now);
      return to && to !== from ? [{ from, to }] : [];
    }),
  );
  return { starts: starts.filter((start) => start !== null), moves };
}
