import { inTransaction } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { deadlineOf, whyOver } from "#kernel/order-state.ts";
import { cancelLiveOrder } from "#lib/orders/cancel-live-order.ts";
import { type OrderForUpdate, readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";

/**
 * Ends an order whose time or event is over. Does nothing when it comes early or again, or when the order is paid. An
 * order with a payment under way is settled instead: settling asks Stripe first, so that a buyer who paid in time gets
 * the ticket.
 *
 * Refuses: what `settleOrder` refuses; `busy` when the row lock cannot be had in time.
 */
export async function expireOrder(orderId: OrderId): Promise<void> {
  const next = await inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      if (!locked || isEarly(locked)) return "nothing";
      // mutant: an order expires without asking Stripe
      if (locked.order.status === "awaiting_payment") return "settle";
      if (locked.order.status !== "created") return "nothing";
      const reason = whyOver(locked.order, locked.event, locked.decidedAt) ?? "expired";
      await cancelLiveOrder(tx, locked.order, reason, locked.decidedAt);
      return "nothing";
    },
    { repeatable: true }, // an order is cancelled once: the second time finds it over
  );
  if (next === "settle") await settleOrder(orderId);
}

function isEarly({ order, event, decidedAt }: OrderForUpdate): boolean {
  return !event.cancelledAt && decidedAt < deadlineOf(order, event);
}
