import type { Edit } from "./edits/edit.ts";

/** Which program comes past a failpoint. */
export type Role = "web" | "worker";

/** A place in the app where a process may be killed. */
export type Failpoint = {
  name: string;
  roles: Role[];
  file: string;
  /** A statement in a list of statements, so that another can stand before it or after it. */
  statement: string;
  side: "before" | "after";
  /** Only when this holds: an expression in the words of the place. */
  when?: string;
};

const settleOrder = "lib/payments/settle/settle-order.ts";
const carryOut = "const answer = await carryOut(decision, chargeId, fetched.stripeId);";
const startPayment = "lib/payments/start/start-payment.ts";
const relayOutbox = "worker/relay-outbox.ts";

/** Between any two steps of which the first survives a kill -9 and the second does not. */
export const failpoints: Failpoint[] = [
  {
    name: "after-work-before-commit",
    roles: ["web", "worker"],
    file: "db/transaction.ts",
    statement: "once.workDone = true;",
    side: "before",
  },
  {
    name: "after-commit-before-answer",
    roles: ["web", "worker"],
    file: "db/transaction.ts",
    statement: "follows?.forEach((follow) => follow());",
    side: "before",
  },
  {
    name: "after-charge-row-before-payment-intent",
    roles: ["web"],
    file: startPayment,
    statement: "const made = await createPaymentIntent(charge)",
    side: "before",
    when: "!charge.stripeId",
  },
  {
    name: "after-payment-intent-created-before-stored",
    roles: ["web"],
    file: startPayment,
    statement: "const { id, client_secret: clientSecret } = await storePayment(charge, made)",
    side: "before",
    when: "!charge.stripeId",
  },
  {
    name: "after-authorisation-committed-before-capture",
    roles: ["web", "worker"],
    file: settleOrder,
    statement: carryOut,
    side: "before",
    when: 'decision.to === "capture"',
  },
  {
    name: "after-capture-before-commit",
    roles: ["web", "worker"],
    file: settleOrder,
    statement: carryOut,
    side: "after",
    when: 'decision.to === "capture"',
  },
  {
    name: "after-order-over-before-release",
    roles: ["web", "worker"],
    file: settleOrder,
    statement: carryOut,
    side: "before",
    when: 'decision.to === "release"',
  },
  {
    name: "after-release-before-commit",
    roles: ["web", "worker"],
    file: settleOrder,
    statement: carryOut,
    side: "after",
    when: 'decision.to === "release"',
  },
  {
    name: "after-send-before-mark",
    roles: ["worker"],
    file: relayOutbox,
    statement: "await handOver(boss, tx, rows);",
    side: "after",
  },
  {
    name: "after-mark-before-commit",
    roles: ["worker"],
    file: relayOutbox,
    statement: "return rows.length;",
    side: "before",
  },
  {
    name: "after-webhook-stored-before-answer",
    roles: ["web"],
    file: "lib/payments/stripe-events/store-stripe-event.ts",
    statement: 'return "stored";',
    side: "before",
  },
  {
    name: "after-job-done-before-acknowledged",
    roles: ["worker"],
    file: "worker/work-queues.ts",
    statement: 'return { id: job.id, status: "completed" };',
    side: "before",
  },
];

/** What makes a program call `reachFailpoint` at each: kill-at-failpoint.ts, loaded before it, defines that. */
export function failpointEdits(): Edit[] {
  return failpoints.map(({ name, file, statement, side, when }) => {
    const reach = `${when ? `if (${when}) ` : ""}globalThis.reachFailpoint(${JSON.stringify(name)});`;
    const put = side === "before" ? [reach, statement] : [statement, reach];
    return { file, find: statement, put: put.join(" ") };
  });
}
