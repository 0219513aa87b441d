import { eq, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { stripeEvents } from "#db/schema/payments.ts";
import type { DomainEventData } from "#lib/domain-events/domain-events.ts";
import { settleOrder, settlePayment } from "../settle/settle-order.ts";

const updateToProcessed = prepared((database) =>
  database
    .update(stripeEvents)
    .set({ processedAt: databaseClock })
    .where(eq(stripeEvents.id, sql.placeholder("stripeEventId"))),
);

/**
 * Settles the order a Stripe event hints at, and marks the event as processed. News of the payment itself is no news
 * once the payment is in our books; refunds and disputes come after that.
 *
 * Refuses: what `settleOrder` refuses.
 */
export async function settleStripeEvent({
  stripeEventId,
  orderId,
  type,
}: DomainEventData<"StripeEventReceived">): Promise<void> {
  const ofPayment = type.startsWith("payment_intent.");
  await (ofPayment ? settlePayment(orderId) : settleOrder(orderId));
  await updateToProcessed(db(), { stripeEventId });
}
