import { and, eq, isNull } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { charges } from "#db/schema/payments.ts";
import { inTransaction } from "#db/transaction.ts";
import type { ChargeId } from "#lib/kernel/ids.ts";
import { recordDomainEvent } from "#lib/outbox/record-domain-event.ts";
import { chargeFacts } from "./charge-facts.ts";
import { stripe } from "./stripe.ts";

/**
 * Gives captured money back, once. The key is the charge's, and because Stripe forgets keys after a day, a
 * refund that exists is looked for before one is made.
 */
export async function refundCharge(chargeId: ChargeId, stripeId: string): Promise<void> {
  const existing = await stripe().refunds.list({ payment_intent: stripeId, limit: 1 });
  const refund =
    existing.data[0] ??
    (await stripe().refunds.create(
      { payment_intent: stripeId, metadata: { charge_id: chargeId } },
      { idempotencyKey: `refund:${chargeId}` },
    ));
  await inTransaction((tx) => recordRefund(tx, chargeId, refund.id), { repeatable: true });
}

async function recordRefund(
  tx: Parameters<typeof recordDomainEvent>[0],
  chargeId: ChargeId,
  stripeRefundId: string,
): Promise<void> {
  const [refunded] = await tx
    .update(charges)
    .set({ stripeRefundId, status: "failed", failureCode: "order_over" })
    .where(and(eq(charges.id, chargeId), isNull(charges.stripeRefundId)))
    .returning();
  if (!refunded) return; // recorded already
  const at = await readClock(tx);
  const facts = chargeFacts(refunded);
  await recordDomainEvent(tx, "ChargeFailed", at, { ...facts, failureCode: refunded.failureCode });
  await recordDomainEvent(tx, "ChargeRefunded", at, { ...facts, stripeRefundId });
}
