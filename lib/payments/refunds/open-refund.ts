import { type charges, type RefundReason, refunds } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";

type Charge = typeof charges.$inferSelect;

/** Records that a charge is to be given back, before Stripe is asked to: once for each charge. False when it was recorded before. */
export async function openRefund(
  tx: Tx,
  { id: chargeId, amount, currency }: Charge,
  reason: RefundReason,
  decidedAt: Date,
): Promise<boolean> {
  const refund = {
    id: newId<"refund">(),
    chargeId,
    reason,
    amount,
    currency,
    createdAt: decidedAt,
  };
  const opened = await tx
    .insert(refunds)
    .values(refund)
    .onConflictDoNothing({ target: refunds.chargeId })
    .returning({ id: refunds.id });
  return opened.length > 0;
}
