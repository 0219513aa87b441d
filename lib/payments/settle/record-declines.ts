import { eq } from "drizzle-orm";
import { charges, declines } from "#db/schema/payments.ts";
import type { Tx } from "#db/transaction.ts";
import { newId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { OrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { keyedHash } from "#lib/rate-limit/keyed-hash.ts";
import { chargeFacts } from "../charge-facts.ts";
import type { PaymentSnapshot } from "./fetch-payment.ts";

type Charge = typeof charges.$inferSelect;

/** Records the declines that our books do not have yet, each with whose it was, from where, and of which card. */
export async function recordDeclines(
  tx: Tx,
  { order, decidedAt }: OrderForUpdate,
  charge: Charge,
  payment: PaymentSnapshot | null,
): Promise<void> {
  if (!payment || payment.declines <= charge.attempts) return;
  const { declines: attempts, failureCode } = payment;
  await tx.update(charges).set({ attempts, failureCode }).where(eq(charges.id, charge.id));
  const cards = payment.declinedCards.slice(0, attempts - charge.attempts); // the latest come first
  await tx.insert(declines).values(
    Array.from({ length: attempts - charge.attempts }, (_, number) => ({
      id: newId<"decline">(),
      chargeId: charge.id,
      userId: order.buyerId,
      address: charge.startedFrom,
      card: hashOf(cards[number]),
      declinedAt: decidedAt,
    })),
  );
  const facts = { ...chargeFacts(charge), declines: attempts, failureCode };
  await recordDomainEvent(tx, "ChargeDeclined", decidedAt, facts);
}

function hashOf(fingerprint: string | null | undefined): string | null {
  return fingerprint ? keyedHash(`card:${fingerprint}`) : null;
}
