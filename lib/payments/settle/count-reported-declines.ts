import { and, count, eq } from "drizzle-orm";
import { stripeEvents } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";

/**
 * How many declines of a payment Stripe's webhooks have reported. Needed beside Stripe's list of failed charges:
 * a 3-D Secure check that failed is a try, and makes no charge.
 */
export async function countReportedDeclines(tx: Tx, paymentStripeId: string): Promise<number> {
  const isDecline = eq(stripeEvents.type, "payment_intent.payment_failed");
  const [reported] = await tx
    .select({ count: count() })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.objectId, paymentStripeId), isDecline));
  return reported?.count ?? 0;
}
