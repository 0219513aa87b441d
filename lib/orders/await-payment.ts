import { and, eq, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import type { ChargeId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

/** The buyer submitted a payment: there is a charge now. Nothing to do when one was submitted before. */
export async function awaitPayment(
  tx: Tx,
  { order, decidedAt }: OrderForUpdate,
  chargeId: ChargeId,
): Promise<void> {
  const moved = await tx
    .update(orders)
    .set({ status: "awaiting_payment", version: sql`version + 1` })
    .where(and(eq(orders.id, order.id), eq(orders.status, "created")))
    .returning({ id: orders.id });
  if (moved.length === 0) return;
  const { ticketId, buyerId } = order;
  const facts = { orderId: order.id, ticketId, buyerId, chargeId };
  await recordDomainEvent(tx, "OrderAwaitingPayment", decidedAt, facts);
}
