import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type Stripe from "stripe";
import { db } from "#db/client.ts";
import { ago } from "#db/clock.ts";
import { charges } from "#db/schema/payments.ts";
import { type OrderId, parseId } from "#kernel/ids.ts";
import { stripe } from "../stripe.ts";

/** Longer than an order lives, by as much as the clocks of Stripe and of the database are ever apart. */
const usualMinutes = 30;
/** A worker may have been away. */
const longest = "2 hours";

/**
 * Finds orphans: PaymentIntents that we created and whose id was lost before it was stored. No browser has their
 * secret. An orphan whose charge is over without a PaymentIntent is stored as that charge's; one beside a charge's
 * own is cancelled; one of a live order stays, because its buyer gets the same one again by its idempotency key.
 * PaymentIntents that are not ours stay untouched: other apps may share the account. Resolves to the orders that
 * have to be settled now.
 */
export async function reconcileOrphans(): Promise<OrderId[]> {
  const byCharge = Map.groupBy(await listRecent(), ({ metadata }) =>
    parseId<"charge">(metadata["charge_id"] ?? ""),
  );
  const ids = [...byCharge.keys()].filter((id) => id !== null);
  if (ids.length === 0) return [];
  const ours = await db().select().from(charges).where(inArray(charges.id, ids));
  const found: OrderId[] = [];
  for (const charge of ours)
    for (const paymentIntent of byCharge.get(charge.id) ?? [])
      if (await claim(charge, paymentIntent)) found.push(charge.orderId);
  return found;
}

/** Whether it is the charge's from now on. */
async function claim(
  charge: typeof charges.$inferSelect,
  { id: stripeId, status }: Stripe.PaymentIntent,
): Promise<boolean> {
  if (charge.stripeId) {
    const other = charge.stripeId !== stripeId && status !== "canceled";
    if (other) await stripe().paymentIntents.cancel(stripeId);
    return false;
  }
  if (charge.status === "created") return false;
  const claimed = await db()
    .update(charges)
    .set({ stripeId })
    .where(and(eq(charges.id, charge.id), isNull(charges.stripeId)))
    .returning({ id: charges.id });
  return claimed.length > 0;
}

/** As far back as an order lives, and as there are charges that never got a PaymentIntent. */
async function listRecent(): Promise<Stripe.PaymentIntent[]> {
  const [row] = await db().execute<{ since: number }>(sql`
    select extract(epoch from least(min(created_at), clock_timestamp()) - ${usualMinutes} * interval '1 minute')::int as since
    from ${charges}
    where stripe_id is null and status = 'failed'
      and created_at > ${ago(longest)}`);
  const listed = stripe().paymentIntents.list({ created: { gte: row?.since ?? 0 }, limit: 100 });
  return listed.autoPagingToArray({ limit: 10_000 });
}
