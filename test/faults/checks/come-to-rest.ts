import { checkInvariants } from "#db/invariants/check-invariants.ts";
import { waitFor } from "#stack/wait-for.ts";
import type { RunReport } from "../run-report.ts";
import type { Testbed } from "../testbed/testbed.ts";

/**
 * Waits, with no fault active any more, until no work is left. Then every invariant must hold, those at rest
 * included. The reconciler looks every minute; for the next try of anything, time is moved, not slept through.
 */
export async function comeToRest(
  { server, sandbox }: Testbed,
  report: RunReport,
  patienceMilliseconds: number,
): Promise<void> {
  let left: Record<string, number> = {};
  const lastSeen: Record<string, number> = {};
  const started = performance.now();
  try {
    await waitFor(
      async () => {
        left = { ...(await countUndone(server.sql)), deliveries: countDeliveries(sandbox.state) };
        for (const [what, count] of Object.entries(left)) {
          if (count > 0) lastSeen[what] = Math.round((performance.now() - started) / 1000);
        }
        const isRest = Object.values(left).every((count) => count === 0);
        if (!isRest) await hasten(server, sandbox);
        return isRest;
      },
      "everything to come to rest",
      patienceMilliseconds,
    );
  } catch {
    report.violate("everything comes to rest", JSON.stringify(left));
  }
  for (const [what, seconds] of Object.entries(lastSeen))
    report.count(`seconds until rest: ${what.replaceAll("_", " ")}`, seconds);
  report.count("seconds until rest", Math.round((performance.now() - started) / 1000));
  for (const { name, truth, rows } of await checkInvariants(server.sql, { atRest: true }))
    report.violate(name, `${truth} Denied by ${JSON.stringify(rows[0])}`);
}

function countDeliveries({ deliveries }: Testbed["sandbox"]["state"]): number {
  return Object.keys(deliveries).length;
}

/** What has failed is tried again later each time, by Stripe and by the worker. Here it is tried now. */
async function hasten({ sql }: Testbed["server"], sandbox: Testbed["sandbox"]): Promise<void> {
  await sandbox.flushWebhooks();
  await sql`update pgboss.job set start_after = now() where state = 'retry' and start_after > now()`;
}

async function countUndone(sql: Testbed["server"]["sql"]): Promise<Record<string, number>> {
  const [undone] = await sql<Record<string, number>[]>`
    select
      (select count(*)::int from orders where status in ('created', 'awaiting_payment')) as live_orders,
      (select count(*)::int from outbox where relayed_at is null) as unrelayed,
      (select count(*)::int from stripe_events where processed_at is null) as unprocessed,
      (select count(*)::int from charges c join orders o on o.id = c.order_id
        where c.status = 'created' and o.status in ('completed', 'cancelled')) as open_charges,
      (select count(*)::int from pgboss.job where state < 'completed') as jobs`;
  return undone ?? { unknown: 1 };
}
