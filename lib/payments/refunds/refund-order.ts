import { and, eq } from "drizzle-orm";
import { charges } from "#db/schema/payments.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chargeFacts } from "../charge-facts.ts";
import { openRefund } from "./open-refund.ts";

/**
 * An operator gives a buyer all of their money back. Asked twice, or by two at once, it is given back once.
 * `record` keeps who did it and why, in the same transaction. The order stays completed and the ticket sold: what becomes of the ticket is another decision.
 *
 * Refuses: `order-not-found` when there is no such order or nothing was paid for it; `busy` when the row lock
 * cannot be had in time.
 */
export async function refundOrder(
  orderId: OrderId,
  record: (tx: Tx, at: Date) => Promise<void> = async () => {},
): Promise<void> {
  await inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      const [charge] = await tx
        .select()
        .from(charges)
        .where(and(eq(charges.orderId, orderId), eq(charges.status, "completed")))
        .for("no key update");
      if (!locked || !charge) return refuse("order-not-found");
      await record(tx, locked.decidedAt);
      if (!(await openRefund(tx, charge, "operator", locked.decidedAt))) return;
      await recordDomainEvent(tx, "RefundRequested", locked.decidedAt, chargeFacts(charge));
    },
    { repeatable: true }, // one refund for each charge
  );
}
