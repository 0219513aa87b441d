import { inTransaction } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { cancelLiveOrders } from "#lib/orders/cancel-live-orders.ts";
import { readOrdersForUpdate } from "#lib/orders/read-orders-for-update.ts";
import { decideExpiry } from "./decide-expiry.ts";

/**
 * Ends many orders whose time or event is over, in one transaction: as `expireOrder` does for one, by the same decision,
 * at a fraction of the cost. Resolves to those that need nothing more. The others have a payment under way, or a ticket
 * that somebody works on at this moment: `expireOrder` asks Stripe about the ones and waits for the others.
 *
 * Refuses: `busy` when no connection comes free.
 */
export async function expireTogether(orderIds: readonly OrderId[]): Promise<Set<OrderId>> {
  return inTransaction(
    async (tx) => {
      const { found, decidedAt } = await readOrdersForUpdate(tx, orderIds);
      const decided = found.map(({ order, event }) => ({
        order,
        expiry: decideExpiry(order, event, decidedAt),
      }));
      const over = decided.flatMap(({ order, expiry }) =>
        expiry === "expired" || expiry === "event_over" ? [{ order, reason: expiry }] : [],
      );
      await cancelLiveOrders(tx, over, decidedAt);
      const done = decided.filter(({ expiry }) => expiry !== "settle");
      return new Set(done.map(({ order }) => order.id));
    },
    { repeatable: true }, // an order is cancelled once: the second time finds it over
  );
}
