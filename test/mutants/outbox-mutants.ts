import type { Mutant } from "./mutant.ts";

/** What was committed is followed up, and nothing else. */
export const outboxMutants: Mutant[] = [
  {
    name: "a relay with a cursor instead of a mark on each row",
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
    killedBy: {
      tests: {
        "worker/relay-outbox.test.ts": [
          "transactions that commit in another order than they began lose nothing and repeat nothing",
        ],
      },
    },
  },
  {
    name: "a relay that marks now and sends later",
    edits: [
      {
        file: "worker/relay-outbox.ts",
        find: "await handOver(boss, tx, rows);",
        put: "setTimeout(() => void inTransaction((later) => handOver(boss, later, rows)).catch(() => {}), 200);",
      },
    ],
    killedBy: {
      faultSuite: { check: "the-inbox-is-processed", faults: ["kill-worker", "two-workers"] },
    },
  },
  {
    name: "a commit answered before it is written",
    sql: ["alter system set synchronous_commit = off", "select pg_reload_conf()"],
    killedBy: {
      faultSuite: {
        check: "an acknowledged order is there",
        faults: ["stop-postgres", "kill-postgres"],
      },
    },
  },
];
