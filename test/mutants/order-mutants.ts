import type { Edit } from "./edits/edit.ts";
import type { Mutant } from "./mutant.ts";

const withoutRowLock: Edit = {
  file: "lib/tickets/hold/lock-ticket-row.ts",
  find: '.for("no key update")',
  put: "",
};
const withoutUniqueIndex = "drop index one_live_order_per_ticket";

/** One ticket, one owner: locks, clocks and deadlines. */
export const orderMutants: Mutant[] = [
  {
    name: "a ticket without its row lock",
    edits: [withoutRowLock],
    killedBy: {
      tests: {
        "lib/orders/create-order.race.test.ts": [
          "of 200 buyers at once one gets the ticket and 199 are told that it is locked",
          "an edit and a lock in the same instant: one of them happens, and the buyer pays what stands there",
        ],
      },
    },
  },
  {
    name: "live orders without their unique index",
    sql: [withoutUniqueIndex],
    killedBy: {
      tests: { "db/constraints.test.ts": ["one live order per ticket, whether created or not"] },
    },
  },
  {
    name: "neither row lock nor unique index",
    edits: [withoutRowLock],
    sql: [withoutUniqueIndex],
    killedBy: {
      tests: {
        "lib/orders/create-order.race.test.ts": [
          "of 200 buyers at once one gets the ticket and 199 are told that it is locked",
        ],
      },
      faultSuite: { check: "one-live-order-per-ticket", faults: ["slow-calls"] },
    },
  },
  {
    name: "one buyer's orders made at the same time",
    edits: [
      { file: "lib/orders/create-order.ts", find: "lockBuyerRow(tx, { buyerId }),", put: "null," },
    ],
    killedBy: {
      tests: {
        "lib/orders/create-order.race.test.ts": [
          "one buyer locking six tickets at once gets three",
        ],
      },
    },
  },
  {
    name: "the ticket read before the wait for its lock",
    edits: [
      {
        file: "lib/orders/create-order.ts",
        find: "const { offer } = await sentTogether({",
        put: "const { early: offer } = await sentTogether({ early: readOffer(tx, wish),",
      },
    ],
    killedBy: {
      tests: {
        "lib/orders/create-order.race.test.ts": [
          "a buyer who waits for the row lock until the event has begun is judged after the wait",
        ],
      },
    },
  },
  {
    name: "held time is not counted",
    edits: [
      {
        file: "lib/orders/decide-hold.ts",
        find: "waitYourTurn(offer.unpaidHolds,",
        put: "waitYourTurn([],",
      },
    ],
    killedBy: {
      tests: {
        "lib/orders/create-order.turns.test.ts": [
          "lock, cancel, lock again: refused from the fifth on, until when is said, and others are served",
          "given up a second before the end, twice, is the same as lapsed twice",
        ],
      },
    },
  },
  {
    name: "a lock that outlasts the event's start",
    edits: [
      {
        file: "lib/orders/create-order.ts",
        find: "new Date(Math.min(decidedAt.getTime() + lockMilliseconds, startsAt.getTime()))",
        put: "new Date(decidedAt.getTime() + lockMilliseconds)",
      },
    ],
    killedBy: {
      tests: {
        "lib/orders/create-order.test.ts": [
          "a lock ends when the event begins, and the ticket is nobody's to buy from then on",
        ],
      },
    },
  },
  {
    name: "the clock read before the wait for the lock",
    edits: [
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "    ticket: lockTicketRowOf(tx, orderId),",
        put: "    before: readClock(tx),\n    ticket: lockTicketRowOf(tx, orderId),",
      },
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "const { decidedAt } = read;",
        put: "const { before: decidedAt } = read;",
      },
    ],
    killedBy: {
      tests: {
        "lib/orders/cancel-order.test.ts": [
          "a request that waits for the row lock across the deadline is judged after the wait",
        ],
        "lib/payments/start/start-payment.test.ts": [
          "a payment that waits for the row lock across the deadline is judged after the wait",
        ],
      },
    },
  },
  {
    name: "a deadline judged by the process's own clock",
    edits: [
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "const { decidedAt } = read;",
        put: "const decidedAt = new Date();",
      },
    ],
    killedBy: {
      faultSuite: { check: "no order expires before its deadline", faults: ["skew-clocks"] },
    },
  },
  {
    name: "an order expires without asking Stripe",
    edits: [
      {
        file: "lib/expiration/decide-expiry.ts",
        find: 'if (order.status === "awaiting_payment") return "settle";\n  if (order.status !== "created") return "nothing";',
        put: 'if (!["created", "awaiting_payment"].includes(order.status) || order.paymentAuthorizedAt) return "nothing";',
      },
    ],
    killedBy: {
      tests: {
        "lib/expiration/expire-order.test.ts": [
          "asks Stripe first: whoever paid in time gets the ticket",
        ],
      },
      faultSuite: { check: "a buyer who paid in time gets the ticket", faults: ["lose-webhooks"] },
    },
  },
  {
    name: "an order that is over keeps its ticket",
    edits: [
      {
        file: "lib/orders/cancel-live-orders.ts",
        find: "await releaseHolds(tx, holds, decidedAt);",
        put: "",
      },
    ],
    killedBy: {
      tests: { "test/flows/play.test.ts": ["no story breaks what always holds"] },
    },
  },
  {
    name: "orders ended together without the row locks of their tickets",
    edits: [
      {
        file: "lib/orders/read-orders-for-update.ts",
        find: '.for("no key update", { skipLocked: true });',
        put: ";",
      },
    ],
    killedBy: {
      tests: {
        "lib/expiration/expire-together.test.ts": [
          "whoever somebody else works on is left to be waited for, and to whatever was decided there",
        ],
      },
    },
  },
];
