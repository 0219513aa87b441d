import { expect, test } from "vitest";
import { authorizedAt, type Case, cases, every, situation } from "#test/support/every-situation.ts";
import { decide, type Decision } from "./decide.ts";

/** Any of the values named; of what is not named, any at all. */
type Row = { [dimension in keyof Case]?: Case[dimension][] } & { decision: Decision };

const live = { order: ["created", "awaiting_payment"] } satisfies Partial<Row>;
const over = { order: ["completed", "cancelled"] } satisfies Partial<Row>;
const unrecorded = { ...live, recorded: ["not recorded"] } satisfies Partial<Row>;
const proven = { amount: ["right"], hold: ["ours"] } satisfies Partial<Row>;
const unpaid = [
  "requires_payment_method",
  "requires_confirmation",
  "requires_action",
] satisfies Row["payment"];
const taken = ["requires_capture", "succeeded"] satisfies Row["payment"];
const wrong = ["too little", "too much", "another currency"] satisfies Row["amount"];
const lapsed = ["before, heard after", "at", "after"] satisfies Row["time"];
const lost = ["taken", "free", "sold"] satisfies Row["hold"];

const on = ["goes on", "begins"] satisfies Row["event"];

const expired: Decision = { to: "cancel-order", reason: "expired" };
const eventOver: Decision = { to: "cancel-order", reason: "event_over" };
const failed = { to: "cancel-order", reason: "payment_failed" } as const;
const canceled: Decision = { ...failed, failure: "payment_canceled" };
const undone: Decision = { ...failed, failure: "authorization_undone" };
const mismatch: Decision = { ...failed, failure: "amount_mismatch" };

/** The time is up: for itself, or because the event begins. */
const whenLapsed = (row: Omit<Row, "decision">): Row[] => [
  { ...row, event: ["goes on"], decision: expired },
  { ...row, event: ["begins"], decision: eventOver },
];

/** A change of `decide` is a change of this table: what is to happen in every situation, each in one row. */
const table: Row[] = [
  // Not paid yet.
  {
    ...unrecorded,
    payment: ["none", "processing", ...unpaid],
    event: on,
    time: ["before"],
    decision: { to: "wait" },
  },
  ...whenLapsed({ ...unrecorded, payment: ["none", "processing", ...unpaid], time: lapsed }),
  { ...unrecorded, payment: ["canceled"], event: on, time: ["before"], decision: canceled },
  ...whenLapsed({ ...unrecorded, payment: ["canceled"], time: lapsed }),
  // Recorded as authorised: there is no deadline any more, and it can only have been undone at Stripe.
  {
    ...live,
    recorded: ["recorded"],
    payment: ["none", "processing"],
    event: on,
    decision: { to: "wait" },
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["canceled", ...unpaid],
    event: on,
    decision: undone,
  },
  // Called off, and nothing is authorised: the order is over.
  { ...unrecorded, payment: ["processing"], event: ["called off"], decision: eventOver },
  {
    ...live,
    payment: ["none", "canceled", ...unpaid],
    event: ["called off"],
    decision: eventOver,
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["processing"],
    event: ["called off"],
    decision: { to: "wait" },
  },
  // Called off, and authorised: nothing is taken. Where a capture may be under way, Stripe says which came first.
  {
    ...unrecorded,
    payment: ["requires_capture"],
    event: ["called off"],
    amount: ["right"],
    decision: eventOver,
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["requires_capture"],
    event: ["called off"],
    amount: ["right"],
    decision: { to: "release" },
  },
  // Called off after the money was taken: the sale stands.
  {
    ...unrecorded,
    payment: ["succeeded"],
    event: ["called off"],
    ...proven,
    time: ["before", "before, heard after"],
    decision: { to: "complete", authorizedAt },
  },
  {
    ...unrecorded,
    payment: ["succeeded"],
    event: ["called off"],
    ...proven,
    time: ["at", "after"],
    decision: eventOver,
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["succeeded"],
    event: ["called off"],
    ...proven,
    decision: { to: "complete", authorizedAt },
  },
  {
    ...live,
    payment: ["succeeded"],
    event: ["called off"],
    amount: ["right"],
    hold: lost,
    decision: eventOver,
  },
  // Paid: the amount, the hold, the time.
  { ...live, payment: taken, amount: wrong, decision: mismatch },
  {
    ...live,
    payment: taken,
    event: ["goes on"],
    amount: ["right"],
    hold: lost,
    decision: expired,
  },
  {
    ...live,
    payment: taken,
    event: ["begins"],
    amount: ["right"],
    hold: lost,
    time: ["before"],
    decision: expired,
  },
  {
    ...live,
    payment: taken,
    event: ["begins"],
    amount: ["right"],
    hold: lost,
    time: lapsed,
    decision: eventOver,
  },
  ...whenLapsed({ ...unrecorded, payment: taken, ...proven, time: ["at", "after"] }),
  {
    ...unrecorded,
    payment: ["requires_capture"],
    event: on,
    ...proven,
    time: ["before", "before, heard after"],
    decision: { to: "capture", authorizedAt },
  },
  {
    ...unrecorded,
    payment: ["succeeded"],
    event: on,
    ...proven,
    time: ["before", "before, heard after"],
    decision: { to: "complete", authorizedAt },
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["requires_capture"],
    event: on,
    ...proven,
    decision: { to: "capture", authorizedAt },
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["succeeded"],
    event: on,
    ...proven,
    decision: { to: "complete", authorizedAt },
  },
  // The order is over: nothing of what came before it counts any more.
  {
    ...over,
    payment: ["none"],
    charge: ["open"],
    decision: { to: "close-charge", failureCode: "never_submitted" },
  },
  {
    ...over,
    payment: ["canceled"],
    charge: ["open"],
    decision: { to: "close-charge", failureCode: "abandoned" },
  },
  { ...over, payment: ["none", "canceled"], charge: ["closed"], decision: { to: "rest" } },
  { ...over, payment: ["processing"], decision: { to: "wait" } },
  { ...over, payment: ["requires_capture", ...unpaid], decision: { to: "release" } },
  { ...over, payment: ["succeeded"], charge: ["open"], decision: { to: "refund" } },
  { order: ["cancelled"], payment: ["succeeded"], charge: ["closed"], decision: { to: "refund" } },
  { order: ["completed"], payment: ["succeeded"], charge: ["closed"], decision: { to: "rest" } },
];

const covers = (row: Row, one: Case) =>
  Object.entries(one).every(([name, value]) => {
    const allowed: readonly string[] | undefined = row[name as keyof Case]; // a case's own keys
    return !allowed || allowed.includes(value);
  });

test("the table has one row for every situation there is, and none for nothing", () => {
  const rows = cases.map((one) => table.filter((row) => covers(row, one)));
  expect(cases.filter((_, index) => rows[index]?.length !== 1)).toEqual([]);
  expect(new Set(rows.flat()).size).toBe(table.length);
  expect(cases).toHaveLength(Object.values(every).reduce((all, { length }) => all * length, 1));
});

test.each(table)(
  "$order $recorded $payment $event $time $hold $amount $charge: $decision.to",
  (row) => {
    for (const one of cases.filter((each) => covers(row, each)))
      expect({ one, decision: decide(situation(one)) }).toEqual({ one, decision: row.decision });
  },
);

test("what was fetched before its PaymentIntent was stored, or before a deadline that has passed, decides nothing", () => {
  for (const one of cases) {
    const current = situation(one);
    const { charge, order, decidedAt, payment } = current;
    const beforeDeadline = { ...current, fetchedAt: new Date(order.expiresAt.getTime() - 1) };
    const beforeStored = { ...current, charge: { ...charge, stripeId: "pi_1" } };
    const lookAgain = { to: "look-again" };
    expect({ one, decision: decide(beforeDeadline) }).toEqual({
      one,
      decision: decidedAt < order.expiresAt ? decide(current) : lookAgain,
    });
    expect({ one, decision: decide(beforeStored) }).toEqual({
      one,
      decision: payment ? decide(current) : lookAgain,
    });
  }
});
