import { endBegunMarkets } from "#lib/events/market/mark-market.ts";
import { expireLapsedOrders } from "#lib/expiration/expire-lapsed-orders.ts";
import { reconcilePayments } from "#lib/payments/reconcile/reconcile-payments.ts";
import { prune } from "#lib/operations/prune.ts";
import { recordHeartbeat } from "#lib/operations/record-heartbeat.ts";
import { watchInvariants } from "#lib/operations/watch-invariants.ts";
import { withdrawSwitchedOff } from "#lib/tickets/withdraw-switched-off.ts";
import { watchLateJobs } from "#lib/operations/watch-late-jobs.ts";

export type ScheduledWork = { name: string; everySeconds: number; run: () => Promise<unknown> };

/**
 * The one list of what happens by the clock. Several workers run each entry, also at once, and each is safe to run
 * so. They are loops rather than jobs, so that they work when the job queue does not.
 */
export const schedule: ScheduledWork[] = [
  { name: "record-heartbeat", everySeconds: 5, run: recordHeartbeat },
  { name: "expire-lapsed-orders", everySeconds: 30, run: expireLapsedOrders },
  { name: "reconcile-payments", everySeconds: 60, run: reconcilePayments },
  { name: "watch-invariants", everySeconds: 60, run: watchInvariants },
  { name: "watch-late-jobs", everySeconds: 30, run: watchLateJobs },
  { name: "end-begun-markets", everySeconds: 60, run: endBegunMarkets },
  { name: "withdraw-switched-off", everySeconds: 60, run: withdrawSwitchedOff },
  { name: "prune", everySeconds: 300, run: prune },
];
