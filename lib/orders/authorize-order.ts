import { and, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { orders } from "#db/schema/orders.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import { pinHold } from "#lib/tickets/hold/pin-hold.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

/** The card is authorised and the hold proved: from here the order can neither lapse nor be cancelled by its buyer. */
export async function authorizeOrder(
  tx: Tx,
  { order, decidedAt }: OrderForUpdate,
  authorizedAt: Date,
): Promise<void> {
  const { id: orderId, ticketId } = order;
  await sentTogether({
    order: updateAuthorized(tx, { orderId, authorizedAt: authorizedAt.toISOString() }),
    hold: pinHold(tx, { ticketId, orderId }, decidedAt),
  });
}

const updateAuthorized = prepared((database) =>
  database
    .update(orders)
    .set({
      paymentAuthorizedAt: sql`${sql.placeholder("authorizedAt")}::timestamptz`,
      version: sql`version + 1`,
    })
    .where(and(eq(orders.id, sql.placeholder("orderId")), eq(orders.status, "awaiting_payment"))),
);
