import type { Control } from "./control.ts";

/** Each takes one guard out; the check it names must notice, or that check proves nothing. */
export const controls: Control[] = [
  {
    name: "nobody locks the ticket's row",
    caughtBy: "one-live-order-per-ticket",
    edits: [
      {
        file: "lib/tickets/hold/lock-ticket-row.ts",
        find: '.for("no key update")',
        put: "",
      },
    ],
    sql: ["drop index one_live_order_per_ticket"],
    faults: ["slow-calls"],
  },
  {
    name: "money is taken as soon as the card is authorised",
    caughtBy: "nobody is refunded for being late",
    edits: [
      {
        file: "lib/payments/start/start-payment.ts",
        find: 'capture_method: "manual"',
        put: 'capture_method: "automatic"',
      },
    ],
    sql: [],
    faults: ["lose-webhooks"],
  },
  {
    name: "what a card authorised is never let go",
    caughtBy: "no authorisation is left open",
    edits: [
      {
        file: "lib/payments/settle/carry-out.ts",
        find: 'if (decision.to === "release")',
        put: "if (false)",
      },
    ],
    sql: [],
    faults: ["lose-webhooks"],
  },
  {
    name: "an order ends at its deadline without asking Stripe",
    caughtBy: "whoever paid in time gets the ticket",
    edits: [
      {
        file: "lib/expiration/expire-order.ts",
        find: 'if (locked.order.status === "awaiting_payment") return "settle";\n      if (locked.order.status !== "created") return "nothing";',
        put: 'if (!["created", "awaiting_payment"].includes(locked.order.status) || locked.order.paymentAuthorizedAt) return "nothing";',
      },
    ],
    sql: [],
    faults: ["lose-webhooks"],
  },
  {
    name: "a deadline is judged by the process's own clock",
    caughtBy: "no order lapses early",
    edits: [
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "const decidedAt = await readClock(tx);",
        put: "const decidedAt = new Date();",
      },
    ],
    sql: [],
    faults: ["skew-clocks"],
  },
  {
    name: "payments whose id was lost are never looked for",
    caughtBy: "a payment nobody knows is let go",
    edits: [
      {
        file: "lib/payments/reconcile/reconcile-payments.ts",
        find: "of await reconcileOrphans()",
        put: "of []",
      },
    ],
    sql: [],
    faults: ["kill-at-points"],
    diesAt: "after-payment-intent-created-before-stored",
  },
  {
    name: "the relay marks now and sends later",
    caughtBy: "the-inbox-is-processed",
    edits: [
      {
        file: "worker/relay-outbox.ts",
        find: "await handOver(boss, tx, rows);",
        put: "setTimeout(() => void inTransaction((later) => handOver(boss, later, rows)).catch(() => {}), 200);",
      },
    ],
    sql: [],
    faults: ["kill-worker", "two-workers"],
  },
  {
    name: "the database answers before it has written",
    caughtBy: "an order that was made is there",
    edits: [],
    sql: ["alter system set synchronous_commit = off", "select pg_reload_conf()"],
    faults: ["stop-postgres", "kill-postgres"],
  },
];
