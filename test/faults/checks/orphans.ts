import type { RunningSandbox } from "@rowlock/stripe-sandbox/start-sandbox.ts";
import { waitFor } from "#stack/wait-for.ts";
import type { Stage } from "../stage/set-stage.ts";
import type { Tally } from "../tally.ts";

const patienceMilliseconds = 30_000;

/** PaymentIntents that are open at Stripe, and no row of ours knows their id. */
export async function listOrphans({
  server: { sql },
  sandbox: { state },
}: {
  server: Stage["server"];
  sandbox: RunningSandbox;
}): Promise<string[]> {
  const known = await sql<{ id: string }[]>`
    select stripe_id as id from charges where stripe_id is not null`;
  const ids = new Set(known.map(({ id }) => id));
  return Object.values(state.payment_intents)
    .filter(({ id, status }) => status !== "canceled" && !ids.has(id))
    .map(({ id }) => id);
}

/**
 * With their orders over, the reconciler must let them go. It looks every minute, and when a worker starts:
 * so that nobody need wait for the minute, one is started again.
 */
export async function checkOrphans(stage: Stage, { count, violate }: Tally): Promise<void> {
  const orphans = await listOrphans(stage);
  count("orphaned payments", orphans.length);
  if (orphans.length === 0) return;
  await stage.workers[0]?.kill(0);
  await waitFor(
    async () => (await listOrphans(stage)).length === 0,
    "orphaned payments to be let go",
    patienceMilliseconds,
  ).catch(() => {});
  for (const id of await listOrphans(stage)) violate("a payment nobody knows is let go", id);
}
