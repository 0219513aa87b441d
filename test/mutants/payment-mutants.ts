import type { Mutant } from "./mutant.ts";

/** Nobody is charged for a ticket that is not theirs. */
export const paymentMutants: Mutant[] = [
  {
    name: "no second look when the deadline passes between look and decision",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: "return missesPayment || missesDeadline || missesAuthorization;",
        put: "return missesPayment || missesAuthorization;",
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.race.test.ts": [
          "paid in time while settling, having looked before that, waits for the lock across the deadline",
        ],
      },
    },
  },
  {
    name: "no second look when the authorisation is recorded between look and decision",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: "return missesPayment || missesDeadline || missesAuthorization;",
        put: "return missesPayment || missesDeadline;",
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.race.test.ts": [
          "what another settlement records as authorised, this one having looked before that, is not undone but sold",
        ],
      },
    },
  },
  {
    name: "money taken without proof of the hold",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: "const holdsTicket = ticket.heldBy === order.id && !ticket.soldAt;",
        put: "const holdsTicket = ticket !== null;",
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.race.test.ts": [
          "an order that lost its ticket, which must never be, is never charged",
        ],
      },
    },
  },
  {
    name: "the event is not looked at when money moves",
    edits: [
      {
        file: "lib/payments/settle/settle-order.ts",
        find: "        event,\n        charge:",
        put: "        event: { ...event, cancelledAt: null },\n        charge:",
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/called-off.test.ts": [
          "authorised and then called off, before anybody looked: released",
          "called off while the decision waits for the row lock: released",
        ],
      },
    },
  },
  {
    name: "automatic capture",
    edits: [
      {
        file: "lib/payments/start/create-payment-intent.ts",
        find: 'capture_method: "manual"',
        put: 'capture_method: "automatic"',
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.test.ts": [
          "authorised after the deadline, it is released and never captured",
        ],
      },
      faultSuite: { check: "nobody is refunded for being late", faults: ["lose-webhooks"] },
    },
  },
  {
    name: "no release of what was authorised",
    edits: [
      {
        file: "lib/payments/settle/carry-out.ts",
        find: "return stripe().paymentIntents.cancel(stripeId, withCharge);",
        put: "return null;",
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.test.ts": [
          "cancelled by its buyer and authorised after that, it is released",
        ],
      },
      faultSuite: { check: "no authorisation is left open", faults: ["lose-webhooks"] },
    },
  },
  {
    name: "no refund",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: 'return paid || charge.refund ? { to: "rest" } : { to: "refund" };',
        put: 'return { to: "rest" };',
      },
    ],
    killedBy: {
      tests: {
        "lib/payments/settle/settle-order.test.ts": [
          "money captured for an order that is over is given back, once",
        ],
        "lib/payments/settle/decide.properties.test.ts": [
          "captured money of an order that was not completed is given back",
        ],
      },
    },
  },
  {
    name: "orphaned payments never looked for",
    edits: [
      {
        file: "lib/payments/reconcile/reconcile-payments.ts",
        find: "of await reconcileOrphans()",
        put: "of []",
      },
    ],
    killedBy: {
      faultSuite: {
        check: "an orphaned payment is released",
        faults: ["kill-at-points"],
        diesAt: "after-payment-intent-created-before-stored",
      },
    },
  },
];
