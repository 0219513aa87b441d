import { eq } from "drizzle-orm";
import { charges, refunds } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";
import { report } from "#kernel/report.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chargeFacts } from "../charge-facts.ts";
import type { RefundSnapshot } from "./fetch-refund.ts";

type Charge = typeof charges.$inferSelect;

/** Brings our books to what Stripe says of a refund: ours, or one that somebody made at Stripe. */
export async function recordRefund(
  tx: Tx,
  charge: Charge,
  seen: RefundSnapshot,
  decidedAt: Date,
): Promise<void> {
  const { id: chargeId, currency } = charge;
  const [before] = await tx.select().from(refunds).where(eq(refunds.chargeId, chargeId));
  const atStripe = { id: newId<"refund">(), chargeId, reason: "at_stripe" as const, currency };
  await tx
    .insert(refunds)
    .values({ ...atStripe, ...seen, createdAt: decidedAt })
    .onConflictDoUpdate({ target: refunds.chargeId, set: seen });
  if (seen.status === "failed") return recordFailure(tx, charge, seen, decidedAt);
  const again = before?.status === "failed" && before.stripeId !== seen.stripeId;
  if (charge.stripeRefundId === null || again) await recordGivenBack(tx, charge, seen, decidedAt);
}

/** The money is on its way back: the charge says so, and one that was open is over with that. */
async function recordGivenBack(
  tx: Tx,
  charge: Charge,
  { stripeId, amount }: RefundSnapshot,
  decidedAt: Date,
): Promise<void> {
  const open = charge.status === "created";
  const over = { status: "failed" as const, failureCode: "order_over" };
  await tx
    .update(charges)
    .set({ stripeRefundId: stripeId, ...(open && over) })
    .where(eq(charges.id, charge.id));
  const facts = chargeFacts(charge);
  if (open)
    await recordDomainEvent(tx, "ChargeFailed", decidedAt, {
      ...facts,
      failureCode: over.failureCode,
    });
  const refunded = { ...facts, amount, stripeRefundId: stripeId };
  await recordDomainEvent(tx, "ChargeRefunded", decidedAt, refunded);
}

/** A refund can fail days after it succeeded, when the card is closed: nobody but a person can mend that. */
async function recordFailure(
  tx: Tx,
  charge: Charge,
  { stripeId, failureReason }: RefundSnapshot,
  decidedAt: Date,
): Promise<void> {
  report("error", "a refund failed: an operator has to look", {
    chargeId: charge.id,
    failureReason,
  });
  const failed = { ...chargeFacts(charge), stripeRefundId: stripeId, failureReason };
  await recordDomainEvent(tx, "ChargeRefundFailed", decidedAt, failed);
}
