import { and, count, eq } from "drizzle-orm";
import { stripeEvents } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";

/**
 * How many declines of a payment Stripe has told us of. Needed beside its list of failed charges: a 3-D Secure
 * check that failed is a try, and makes no charge.
 */
export async function countReportedDeclines(tx: Tx, paymentStripeId: string): Promise<number> {
  const isDecline = eq(stripeEvents.type, "payment_intent.payment_failed");
  const [told] = await tx
    .select({ count: count() })
    .from(stripeEvents)
    .where(and(eq(stripeEvents.objectId, paymentStripeId), isDecline));
  return told?.count ?? 0;
}
