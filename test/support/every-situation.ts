import { newId } from "#kernel/ids.ts";
import type { Situation } from "#lib/payments/settle/decide.ts";

const orderId = newId<"order">();
const deadline = new Date("2026-11-22T20:15:00.000Z");
export const at = (seconds: number) => new Date(deadline.getTime() + seconds * 1000);
/** When the card was authorised, in the cases where that was in time. */
export const authorizedAt = at(-60);

/** Everything that a decision depends on, with every value. */
export const every = {
  order: ["created", "awaiting_payment", "completed", "cancelled"],
  /** Whether an earlier decision recorded the order as authorised. */
  recorded: ["not recorded", "recorded"],
  payment: [
    "none",
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "processing",
    "requires_capture",
    "canceled",
    "succeeded",
  ],
  /** Whether the event goes on, begins at the order's deadline, or was called off before the decision. */
  event: ["goes on", "begins", "called off"],
  /** When the card was authorised, if it was, and when the decision is made. */
  time: ["before", "before, heard after", "at", "after"],
  hold: ["ours", "taken", "free", "sold"],
  amount: ["right", "too little", "too much", "another currency"],
  charge: ["open", "closed"],
} as const;

type Every = typeof every;
export type Case = { [dimension in keyof Every]: Every[dimension][number] };
/** Every value of one dimension with every one of the others. */
function combine(dimensions: [string, readonly string[]][]): Record<string, string>[] {
  const [first, ...others] = dimensions;
  if (!first) return [{}];
  const [name, values] = first;
  return values.flatMap((value) => combine(others).map((rest) => ({ [name]: value, ...rest })));
}
export const cases = combine(Object.entries(every)) as Case[]; // combined from `every`, which is what Case says

const amounts = {
  right: { amount: 4500, currency: "eur" },
  "too little": { amount: 4499, currency: "eur" },
  "too much": { amount: 450_000, currency: "eur" },
  "another currency": { amount: 4500, currency: "usd" },
} as const;
const times = {
  before: { authorizedAt, decidedAt: at(-30) },
  "before, heard after": { authorizedAt, decidedAt: at(7200) },
  at: { authorizedAt: deadline, decidedAt: deadline },
  after: { authorizedAt: at(5), decidedAt: at(10) },
} as const;
const events = {
  "goes on": { startsAt: at(30 * 24 * 60 * 60), cancelledAt: null },
  begins: { startsAt: deadline, cancelledAt: null },
  "called off": { startsAt: at(30 * 24 * 60 * 60), cancelledAt: at(-45) },
} as const;
const holds = {
  ours: { heldBy: orderId, soldAt: null },
  taken: { heldBy: newId<"order">(), soldAt: null },
  free: { heldBy: null, soldAt: null },
  sold: { heldBy: newId<"order">(), soldAt: at(-5) },
} as const;

/** A situation in which Stripe was asked at the moment of the decision. */
export function situation({
  order,
  recorded,
  payment,
  event,
  time,
  hold,
  amount,
  charge,
}: Case): Situation {
  const closed = order === "completed" ? "completed" : "failed";
  const noneOfIt = { refund: null, disputeStatus: null };
  const stripeId = payment === "none" ? null : "pi_1";
  const status = charge === "open" ? "created" : closed;
  const seen = {
    ...amounts[amount],
    authorizedAt: times[time].authorizedAt,
    card: null,
    declines: 0,
    declinedCards: [],
  };
  return {
    order: {
      id: orderId,
      status: order,
      price: 4500,
      currency: "eur",
      expiresAt: deadline,
      paymentAuthorizedAt: recorded === "recorded" ? authorizedAt : null,
    },
    ticket: holds[hold],
    event: events[event],
    charge: { status, stripeId, stripeRefundId: null, ...noneOfIt },
    payment:
      payment === "none"
        ? null
        : {
            ...seen,
            status: payment,
            declinedForGood: false,
            failureCode: "abandoned",
            ...noneOfIt,
          },
    fetchedAt: times[time].decidedAt,
    authorizedWhenFetched: recorded === "recorded",
    decidedAt: times[time].decidedAt,
    attemptsAllowed: 3,
  };
}
