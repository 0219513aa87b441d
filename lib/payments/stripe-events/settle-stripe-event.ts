import { eq } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";
import { settleOrder } from "../settle/settle-order.ts";

/**
 * Settles the order a Stripe event hints at, and marks the event as processed.
 *
 * Refuses: what `settleOrder` refuses.
 */
export async function settleStripeEvent(stripeEventId: string, orderId: OrderId): Promise<void> {
  await settleOrder(orderId);
  await db()
    .update(stripeEvents)
    .set({ processedAt: databaseClock })
    .where(eq(stripeEvents.id, stripeEventId));
}
