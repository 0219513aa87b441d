import { and, eq, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import { pinHold } from "#lib/tickets/hold/pin-hold.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

/** The card is authorised and the hold proved: from here the order can neither lapse nor be cancelled by its buyer. */
export async function authorizeOrder(
  tx: Tx,
  { order, decidedAt }: OrderForUpdate,
  authorizedAt: Date,
): Promise<void> {
  await tx
    .update(orders)
    .set({ paymentAuthorizedAt: authorizedAt, version: sql`version + 1` })
    .where(and(eq(orders.id, order.id), eq(orders.status, "awaiting_payment")));
  await pinHold(tx, { ticketId: order.ticketId, orderId: order.id }, decidedAt);
}
