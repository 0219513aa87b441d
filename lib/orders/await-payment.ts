import { and, eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { orders } from "#db/schema/orders.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import type { ChargeId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { OrderForUpdate } from "./read-order-for-update.ts";

const updateToAwaiting = prepared((database) =>
  database
    .update(orders)
    .set({ status: "awaiting_payment", version: sql`version + 1` })
    .where(and(eq(orders.id, sql.placeholder("orderId")), eq(orders.status, "created")))
    .returning({ id: orders.id }),
);

/** The buyer submitted a payment: there is a charge now. Nothing to do when one was submitted before. */
export async function awaitPayment(
  tx: Tx,
  { order, decidedAt }: OrderForUpdate,
  chargeId: ChargeId,
): Promise<void> {
  if (order.status !== "created") return;
  const { id: orderId, ticketId, buyerId } = order;
  const facts = { orderId, ticketId, buyerId, chargeId };
  const { moved } = await sentTogether({
    moved: updateToAwaiting(tx, { orderId }),
    event: recordDomainEvent(tx, "OrderAwaitingPayment", decidedAt, facts),
  });
  if (moved.length === 0) throw new Error(`Order ${orderId} cannot await a payment.`);
}
