import { setTimeout as pause } from "node:timers/promises";
import { isConnectionLost } from "#db/sql-state.ts";
import { checkInvariants } from "#db/invariants/check-invariants.ts";
import type { Scene } from "../faults/fault.ts";

const everyMilliseconds = 100;

/** Looks at every invariant ten times a second, and at how late the latest order is, until `signal` aborts. */
export async function watch(scene: Scene, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const started = performance.now();
    try {
      await look(scene);
      scene.tally.count("looks");
    } catch (error) {
      if (!isConnectionLost(error)) throw error; // there is no server just now
    }
    await pause(Math.max(5, everyMilliseconds - (performance.now() - started)));
  }
}

async function look({ server: { sql }, weather, tally }: Scene): Promise<void> {
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
    tally.violate(name, `${truth} Denied by ${JSON.stringify(rows[0])}`);
  // By the clock on the wall: what is written down was read from a clock that may have been wrong.
  for (const order of early) tally.violate("no order lapses early", JSON.stringify(order));
  const upSince = weather.upSince();
  const deadline = late[0]?.deadline;
  if (deadline && upSince !== null)
    tally.noteLongest("past-deadline", Date.now() - Math.max(deadline.getTime(), upSince));
}
