import { inTransaction } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { cancelLiveOrder } from "#lib/orders/cancel-live-order.ts";
import { readOrderForUpdate } from "#lib/orders/read-order-for-update.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { decideExpiry } from "./decide-expiry.ts";

/**
 * Ends an order whose time or event is over. Does nothing when it comes early or again, or when the order is paid. An
 * order with a payment under way is settled instead: settling asks Stripe first, so that a buyer who paid in time gets
 * the ticket.
 *
 * Refuses: what `settleOrder` refuses; `busy` when the row lock cannot be had in time.
 */
export async function expireOrder(orderId: OrderId): Promise<void> {
  const expiry = await inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      if (!locked) return "nothing";
      const { order, event, decidedAt } = locked;
      const decided = decideExpiry(order, event, decidedAt);
      if (decided === "expired" || decided === "event_over")
        await cancelLiveOrder(tx, order, decided, decidedAt);
      return decided;
    },
    { repeatable: true }, // an order is cancelled once: the second time finds it over
  );
  if (expiry === "settle") await settleOrder(orderId);
}
