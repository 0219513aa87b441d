/** A line of the app that is changed while it is being loaded; the file stays as it is. */
type Edit = { file: string; find: string; put: string };

export type Guard = {
  /** "Without …" */
  name: string;
  /** How it is taken out: of the code, and of the database. */
  edits: Edit[];
  sql?: string;
  /** The tests that must fail without it, or they prove nothing: by file. */
  noticedBy: Record<string, string[]>;
};

const rowLock: Edit = {
  file: "lib/tickets/hold/lock-ticket-row.ts",
  find: '.for("no key update")',
  put: "",
};
const dropIndex = "drop index one_live_order_per_ticket";

/** What the two promises stand on. */
export const guards: Guard[] = [
  {
    name: "the row lock",
    edits: [rowLock],
    noticedBy: {
      "lib/orders/create-order.race.test.ts": [
        "of 200 buyers at once one gets the ticket and 199 are told that it is locked",
        "an edit and a lock in the same instant: one of them happens, and the buyer pays what stands there",
      ],
    },
  },
  {
    name: "the unique index",
    edits: [],
    sql: dropIndex,
    noticedBy: { "db/constraints.test.ts": ["one live order per ticket, whether created or not"] },
  },
  {
    name: "the row lock and the unique index behind it",
    edits: [rowLock],
    sql: dropIndex,
    noticedBy: {
      "lib/orders/create-order.race.test.ts": [
        "of 200 buyers at once one gets the ticket and 199 are told that it is locked",
      ],
    },
  },
  {
    name: "one buyer's orders being made one after the other",
    edits: [
      { file: "lib/orders/create-order.ts", find: "lockBuyerRow(tx, { buyerId }),", put: "null," },
    ],
    noticedBy: {
      "lib/orders/create-order.race.test.ts": ["one buyer locking six tickets at once gets three"],
    },
  },
  {
    name: "the look at the clock after the wait for the lock",
    edits: [
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "  await lockTicketRow(tx, found.ticketId);",
        put: "  const before = await readClock(tx);\n  await lockTicketRow(tx, found.ticketId);",
      },
      {
        file: "lib/orders/read-order-for-update.ts",
        find: "const decidedAt = await readClock(tx);",
        put: "const decidedAt = before;",
      },
    ],
    noticedBy: {
      "lib/orders/cancel-order.test.ts": [
        "a request that waits for the row lock across the deadline is judged after the wait",
      ],
      "lib/payments/start/start-payment.test.ts": [
        "a payment that waits for the row lock across the deadline is judged after the wait",
      ],
    },
  },
  {
    name: "the look at the ticket after the wait for the lock",
    edits: [
      {
        file: "lib/orders/create-order.ts",
        find: "const [, , seen] = await sentTogether(",
        put: "const [seen] = await sentTogether(readOffer(tx, look),",
      },
    ],
    noticedBy: {
      "lib/orders/create-order.race.test.ts": [
        "a buyer who waits for the row lock until the event has begun is judged after the wait",
      ],
    },
  },
  {
    name: "asking Stripe before an order ends",
    edits: [
      {
        file: "lib/expiration/expire-order.ts",
        find: 'if (locked.order.status === "awaiting_payment") return "settle";\n      if (locked.order.status !== "created") return "nothing";',
        put: 'if (!["created", "awaiting_payment"].includes(locked.order.status)) return "nothing";',
      },
    ],
    noticedBy: {
      "lib/expiration/expire-order.test.ts": [
        "asks Stripe first: whoever paid in time gets the ticket",
      ],
    },
  },
  {
    name: "looking again when the deadline came between looking and deciding",
    edits: [
      {
        file: "lib/payments/settle/settle-order.ts",
        find: 'if (passedDeadline(locked, fetchedAt)) return { to: "look-again" as const };',
        put: "void passedDeadline; void fetchedAt;",
      },
    ],
    noticedBy: {
      "lib/payments/settle/settle-order.race.test.ts": [
        "paid in time while settling, having looked before that, waits for the lock across the deadline",
      ],
    },
  },
  {
    name: "the proof that the order holds its ticket",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: "const holdsTicket = ticket.heldBy === order.id && !ticket.soldAt;",
        put: "const holdsTicket = ticket !== null;",
      },
    ],
    noticedBy: {
      "lib/payments/settle/settle-order.race.test.ts": [
        "an order that lost its ticket, which must never be, is never charged",
      ],
    },
  },
  {
    name: "capture in a step of its own",
    edits: [
      {
        file: "lib/payments/start/start-payment.ts",
        find: 'capture_method: "manual"',
        put: 'capture_method: "automatic"',
      },
    ],
    noticedBy: {
      "lib/payments/settle/settle-order.test.ts": [
        "authorised after the deadline, it is released and never captured",
      ],
    },
  },
  {
    name: "the release of what was authorised for an order that is over",
    edits: [
      {
        file: "lib/payments/settle/carry-out.ts",
        find: 'if (decision.to === "release")',
        put: "if (false)",
      },
    ],
    noticedBy: {
      "lib/payments/settle/settle-order.test.ts": [
        "cancelled by its buyer and authorised after that, it is released",
      ],
    },
  },
  {
    name: "the refund",
    edits: [
      {
        file: "lib/payments/settle/decide.ts",
        find: 'return paid || noted ? { to: "rest" } : { to: "refund" };',
        put: 'return paid || noted ? { to: "rest" } : { to: "rest" };',
      },
    ],
    noticedBy: {
      "lib/payments/settle/settle-order.test.ts": [
        "money captured for an order that is over is given back, once",
      ],
      "lib/payments/settle/decide.properties.test.ts": [
        "captured money of an order that was not completed is given back",
      ],
    },
  },
  {
    name: "SKIP LOCKED and a mark on each row, with a cursor instead",
    edits: [
      {
        file: "worker/relay-outbox.ts",
        find: "const batch = 200;",
        put: 'const batch = 200;\nlet cursor = "00000000-0000-0000-0000-000000000000";',
      },
      {
        file: "worker/relay-outbox.ts",
        find: ".where(isNull(outbox.relayedAt))",
        put: ".where(sql`${outbox.id} > ${cursor} and ${isNull(outbox.relayedAt)}`)",
      },
      {
        file: "worker/relay-outbox.ts",
        find: "if (rows.length === 0) return 0;",
        put: "cursor = rows.at(-1)?.id ?? cursor;\n      if (rows.length === 0) return 0;",
      },
    ],
    noticedBy: {
      "worker/relay-outbox.test.ts": [
        "transactions that commit in another order than they began lose nothing and repeat nothing",
      ],
    },
  },
];

export function guardNamed(name: string): Guard {
  const guard = guards.find((each) => each.name === name);
  if (!guard) throw new Error(`There is no guard "${name}".`);
  return guard;
}
