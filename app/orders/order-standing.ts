import type { StateTone } from "#components/ui/state-badge.tsx";
import type { OrderView } from "#lib/orders/find-orders.ts";

export type OrderStanding =
  | "held"
  | "finishing"
  | "yours"
  | "refunding"
  | "refunded"
  | "refund-failed"
  | "cancelled"
  | "expired"
  | "payment-failed"
  | "called-off"
  | "begun";

type Standing = {
  /** Teal is for what is held for the buyer, green for what is theirs; what is over is muted, however it ended. */
  tone: StateTone;
  /** On the stub. */
  word: string;
  /** Over the order's page. */
  title: string;
  /** Whether an order that stands so has cost its buyer nothing. */
  free: boolean;
};

/** The one place that says how an order looks and what it is called, in the list and on its page. */
export const standings: Record<OrderStanding, Standing> = {
  held: { tone: "held", word: "Held for you", title: "Pay for your ticket", free: false },
  finishing: {
    tone: "held",
    word: "Payment being finished",
    title: "Your payment is being finished",
    free: false,
  },
  yours: { tone: "yours", word: "Yours", title: "The ticket is yours", free: false },
  refunding: {
    tone: "gone",
    word: "Being refunded",
    title: "Your money is on its way back",
    free: false,
  },
  refunded: { tone: "gone", word: "Refunded", title: "Your money was given back", free: false },
  "refund-failed": {
    tone: "trouble",
    word: "Refund failed",
    title: "Your bank did not take the money back",
    free: false,
  },
  cancelled: { tone: "gone", word: "Cancelled", title: "Order cancelled", free: true },
  expired: { tone: "gone", word: "Time ran out", title: "Time ran out", free: true },
  "payment-failed": {
    tone: "gone",
    word: "Payment failed",
    title: "The payment did not go through",
    free: true,
  },
  "called-off": {
    tone: "gone",
    word: "Event called off",
    title: "The event was called off",
    free: true,
  },
  begun: { tone: "gone", word: "Event begun", title: "The event has begun", free: true },
};

type Facts = Pick<OrderView, "status" | "endedFor" | "paymentAuthorizedAt" | "price" | "refund"> & {
  event: Pick<OrderView["event"], "cancelledAt">;
};

/** How an order stands. Money that went back says more than how the order ended; a part of it leaves the ticket theirs. */
export function orderStanding(order: Facts): OrderStanding {
  const { status, endedFor, paymentAuthorizedAt, price, refund, event } = order;
  if (refund && refund.amount >= price) return refundStandings[refund.status];
  if (status === "completed") return "yours";
  switch (endedFor) {
    case "buyer":
      return "cancelled";
    case "expired":
      return "expired";
    case "payment_failed":
      return "payment-failed";
    case "event_over":
      return event.cancelledAt ? "called-off" : "begun";
    case null:
      return paymentAuthorizedAt ? "finishing" : "held";
  }
}

const refundStandings = {
  created: "refunding",
  pending: "refunding",
  succeeded: "refunded",
  failed: "refund-failed",
} as const satisfies Record<NonNullable<Facts["refund"]>["status"], OrderStanding>;
