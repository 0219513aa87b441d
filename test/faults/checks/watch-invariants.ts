import { setTimeout as pause } from "node:timers/promises";
import { isConnectionLost } from "#db/sql-state.ts";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import type { FaultContext } from "../faults/fault-context.ts";

const everyMilliseconds = 100;

/** Checks every invariant ten times a second, and how late the latest order is, until `signal` aborts. */
export async function watchInvariants(context: FaultContext, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const started = performance.now();
    try {
      await look(context);
      context.report.count("looks");
    } catch (error) {
      if (!isConnectionLost(error)) throw error; // there is no server just now
    }
    await pause(Math.max(5, everyMilliseconds - (performance.now() - started)));
  }
}

async function look({ server: { sql }, stripeFaults, report }: FaultContext): Promise<void> {
  const [broken, late, early] = await Promise.all([
    checkInvariants(sql, { atRest: false }),
    sql<{ deadline: Date | null }[]>`
      select min(expires_at) as deadline from orders
      where status = 'awaiting_payment' and payment_authorized_at is null`,
    sql`
      select id, expires_at from orders
      where cancel_reason = 'expired' and expires_at > clock_timestamp()`,
  ]);
  for (const { name, truth, rows } of broken)
    report.violate(name, `${truth} Denied by ${JSON.stringify(rows[0])}`);
  // By the clock of this moment: what is written down was read from a clock that may have been wrong.
  for (const order of early)
    report.violate("no order expires before its deadline", JSON.stringify(order));
  const upSince = stripeFaults.upSince();
  const deadline = late[0]?.deadline;
  if (deadline && upSince !== null)
    report.time("wait past the deadline", Date.now() - Math.max(deadline.getTime(), upSince));
}
