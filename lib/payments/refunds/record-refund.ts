import { eq } from "drizzle-orm";
import { charges, refunds } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chargeFacts } from "../charge-facts.ts";
import type { RefundSnapshot } from "./fetch-refund.ts";

type Charge = typeof charges.$inferSelect;

/** Brings our books to what Stripe has of a refund: ours, or one that was made at Stripe. */
export async function recordRefund(
  tx: Tx,
  charge: Charge,
  { stripeId, ...refund }: RefundSnapshot,
  decidedAt: Date,
): Promise<void> {
  const { id: chargeId, currency } = charge;
  const [before] = await tx.select().from(refunds).where(eq(refunds.chargeId, chargeId));
  const atStripe = { id: newId<"refund">(), chargeId, reason: "at_stripe" as const, currency };
  await tx
    .insert(refunds)
    .values({ ...atStripe, ...refund, createdAt: decidedAt })
    .onConflictDoUpdate({ target: refunds.chargeId, set: refund });
  await tx.update(charges).set({ stripeRefundId: stripeId }).where(eq(charges.id, chargeId));

  const stood = before?.status === "pending" || before?.status === "succeeded";
  const replaced = stood && charge.stripeRefundId !== stripeId ? charge.stripeRefundId : null;
  if (replaced) await recordFailure(tx, charge, replaced, null, decidedAt);
  if (refund.status === "failed")
    await recordFailure(tx, charge, stripeId, refund.failureReason, decidedAt);
  else if (!stood || replaced)
    await recordGivenBack(tx, charge, stripeId, refund.amount, decidedAt);
}

/** The money is on its way back: a charge that was still open is over with that. */
async function recordGivenBack(
  tx: Tx,
  charge: Charge,
  stripeRefundId: string,
  amount: number,
  decidedAt: Date,
): Promise<void> {
  const facts = chargeFacts(charge);
  if (charge.status === "created") {
    const failureCode = "order_over";
    await tx
      .update(charges)
      .set({ status: "failed", failureCode })
      .where(eq(charges.id, charge.id));
    await recordDomainEvent(tx, "ChargeFailed", decidedAt, { ...facts, failureCode });
  }
  const refunded = { ...facts, amount, stripeRefundId };
  await recordDomainEvent(tx, "ChargeRefunded", decidedAt, refunded);
}

/** A refund can fail days after it succeeded, when the card is closed: only a person can mend that. */
async function recordFailure(
  tx: Tx,
  charge: Charge,
  stripeRefundId: string,
  failureReason: string | null,
  decidedAt: Date,
): Promise<void> {
  report("error", "a refund failed: an operator has to look", {
    chargeId: charge.id,
    failureReason,
  });
  const failed = { ...chargeFacts(charge), stripeRefundId, failureReason };
  await recordDomainEvent(tx, "ChargeRefundFailed", decidedAt, failed);
}
