import { eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";
import { settleOrder, settlePayment } from "../settle/settle-order.ts";

/**
 * Settles the order a Stripe event hints at, and marks the event as processed. News of the payment itself is no news
 * once the payment is in our books; refunds and disputes come after that.
 *
 * Refuses: what `settleOrder` refuses.
 */
export async function settleStripeEvent(stripeEventId: string, orderId: OrderId): Promise<void> {
  const isThis = eq(stripeEvents.id, stripeEventId);
  const [event] = await db().select({ type: stripeEvents.type }).from(stripeEvents).where(isThis);
  const ofPayment = event?.type.startsWith("payment_intent.");
  await (ofPayment ? settlePayment(orderId) : settleOrder(orderId));
  await db().update(stripeEvents).set({ processedAt: databaseClock }).where(isThis);
}
