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

const expired: Decision = { to: "cancel-order", reason: "expired" };
const failed = { to: "cancel-order", reason: "payment_failed" } as const;
const canceled: Decision = { ...failed, failure: "payment_canceled" };
const undone: Decision = { ...failed, failure: "authorization_undone" };
const mismatch: Decision = { ...failed, failure: "amount_mismatch" };

/** A change of `decide` is a change of this table: what is to happen in every situation, each in one row. */
const table: Row[] = [
  // Not paid yet.
  {
    ...unrecorded,
    payment: ["none", "processing", ...unpaid],
    time: ["before"],
    decision: { to: "wait" },
  },
  {
    ...unrecorded,
    payment: ["none", "processing", ...unpaid],
    time: lapsed,
    decision: expired,
  },
  { ...unrecorded, payment: ["canceled"], time: ["before"], decision: canceled },
  { ...unrecorded, payment: ["canceled"], time: lapsed, decision: expired },
  // Recorded as authorised: there is no deadline any more, and it can only have been undone at Stripe.
  { ...live, recorded: ["recorded"], payment: ["none", "processing"], decision: { to: "wait" } },
  { ...live, recorded: ["recorded"], payment: ["canceled", ...unpaid], decision: undone },
  // Paid: the amount, the hold, the time.
  { ...live, payment: taken, amount: wrong, decision: mismatch },
  { ...live, payment: taken, amount: ["right"], hold: lost, decision: expired },
  {
    ...unrecorded,
    payment: taken,
    ...proven,
    time: ["at", "after"],
    decision: expired,
  },
  {
    ...unrecorded,
    payment: ["requires_capture"],
    ...proven,
    time: ["before", "before, heard after"],
    decision: { to: "capture", authorizedAt },
  },
  {
    ...unrecorded,
    payment: ["succeeded"],
    ...proven,
    time: ["before", "before, heard after"],
    decision: { to: "complete", authorizedAt },
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["requires_capture"],
    ...proven,
    decision: { to: "capture", authorizedAt },
  },
  {
    ...live,
    recorded: ["recorded"],
    payment: ["succeeded"],
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

test.each(table)("$order $recorded $payment $time $hold $amount $charge: $decision.to", (row) => {
  for (const one of cases.filter((each) => covers(row, each)))
    expect({ one, decision: decide(situation(one)) }).toEqual({ one, decision: row.decision });
});

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
