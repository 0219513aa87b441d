import { waitFor } from "#stack/wait-for.ts";
import type { RunReport } from "../run-report.ts";
import type { Testbed } from "../testbed/testbed.ts";

const patienceMilliseconds = 30_000;

/** PaymentIntents that are open at Stripe, and no charge has their id. */
async function listOrphans({ server: { sql }, sandbox: { state } }: Testbed): Promise<string[]> {
  const known = await sql<{ id: string }[]>`
    select stripe_id as id from charges where stripe_id is not null`;
  const ids = new Set(known.map(({ id }) => id));
  return Object.values(state.payment_intents)
    .filter(({ id, status }) => status !== "canceled" && !ids.has(id))
    .map(({ id }) => id);
}

/**
 * With their orders over, the reconciler must release them. It looks every minute, and when a worker starts: one
 * is started again, which saves the minute.
 */
export async function checkOrphans(testbed: Testbed, { count, violate }: RunReport): Promise<void> {
  const orphans = await listOrphans(testbed);
  count("orphaned payments", orphans.length);
  if (orphans.length === 0) return;
  await testbed.workers[0]?.kill(0);
  await waitFor(
    async () => (await listOrphans(testbed)).length === 0,
    "orphaned payments to be released",
    patienceMilliseconds,
  ).catch(() => {});
  for (const id of await listOrphans(testbed)) violate("an orphaned payment is released", id);
}
