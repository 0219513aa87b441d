import { eq } from "drizzle-orm";
import { charges } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";
import { report } from "#kernel/report.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chargeFacts } from "../charge-facts.ts";

/** The buyer's bank asks about the payment, asks for the money back, or has decided. The ticket stays sold: that is for a person to decide. */
export async function recordDispute(
  tx: Tx,
  charge: typeof charges.$inferSelect,
  disputeStatus: string,
  decidedAt: Date,
): Promise<void> {
  report("warning", "a payment is disputed, or asked about: an operator has to look", {
    chargeId: charge.id,
    disputeStatus,
  });
  await tx.update(charges).set({ disputeStatus }).where(eq(charges.id, charge.id));
  await recordDomainEvent(tx, "ChargeDisputed", decidedAt, {
    ...chargeFacts(charge),
    disputeStatus,
  });
}
