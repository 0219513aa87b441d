import type { Edit } from "../edits/edit.ts";

/** Who comes past a breakpoint. */
export type Role = "web" | "worker";

/** A place in the app where a process may be made to die. */
export type Breakpoint = {
  name: string;
  roles: Role[];
  file: string;
  /** A statement in a list of statements, so that another can stand before it or after it. */
  statement: string;
  side: "before" | "after";
  /** Said in the words of the place: only then. */
  when?: string;
};

const anybody: Role[] = ["web", "worker"];
const carryingOut = {
  roles: anybody,
  file: "lib/payments/settle/settle-order.ts",
  statement: "await carryOut(decision, chargeId, stripeId);",
};
const paying = { roles: ["web"] satisfies Role[], file: "lib/payments/start/start-payment.ts" };
const relaying = { roles: ["worker"] satisfies Role[], file: "worker/relay-outbox.ts" };

/** Between any two steps of which the first survives a kill -9 and the second does not. */
export const breakpoints: Breakpoint[] = [
  {
    ...{ name: "after-work-before-commit", roles: anybody, file: "db/transaction.ts" },
    ...{ statement: "once.workDone = true;", side: "before" },
  },
  {
    ...{ name: "after-commit-before-answer", roles: anybody, file: "db/transaction.ts" },
    ...{ statement: "follows?.forEach((follow) => follow());", side: "before" },
  },
  {
    ...{ name: "after-charge-row-before-payment-intent", ...paying, side: "before" },
    statement: "const made = await createPaymentIntent(charge)",
    when: "!charge.stripeId",
  },
  {
    ...{ name: "after-payment-intent-created-before-stored", ...paying, side: "before" },
    statement: "const { id, client_secret: clientSecret } = await storePayment(charge, made)",
    when: "!charge.stripeId",
  },
  {
    ...{ name: "after-authorisation-committed-before-capture", ...carryingOut, side: "before" },
    when: 'decision.to === "capture"',
  },
  {
    ...{ name: "after-capture-before-commit", ...carryingOut, side: "after" },
    when: 'decision.to === "capture"',
  },
  {
    ...{ name: "after-order-over-before-release", ...carryingOut, side: "before" },
    when: 'decision.to === "release"',
  },
  {
    ...{ name: "after-release-before-commit", ...carryingOut, side: "after" },
    when: 'decision.to === "release"',
  },
  {
    ...{ name: "after-send-before-mark", ...relaying, side: "after" },
    statement: "await handOver(boss, tx, rows);",
  },
  {
    ...{ name: "after-mark-before-commit", ...relaying, side: "before" },
    statement: "return rows.length;",
  },
  {
    ...{ name: "after-webhook-stored-before-answer", roles: ["web"], side: "before" },
    ...{
      file: "lib/payments/stripe-events/receive-stripe-event.ts",
      statement: 'return "stored";',
    },
  },
  {
    ...{ name: "after-job-done-before-acknowledged", roles: ["worker"], side: "before" },
    ...{ file: "worker/work-queues.ts", statement: 'return { id: job.id, status: "completed" };' },
  },
];

/** What lets a program come past its breakpoints: `passing` is there once die-on-passing.ts is loaded. */
export function breakpointEdits(): Edit[] {
  return breakpoints.map(({ name, file, statement, side, when }) => {
    const passing = `${when ? `if (${when}) ` : ""}globalThis.passing(${JSON.stringify(name)});`;
    const put = side === "before" ? [passing, statement] : [statement, passing];
    return { file, find: statement, put: put.join(" ") };
  });
}
