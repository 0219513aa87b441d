import type { CancelReason } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import { cancelLiveOrders, type LiveOrder } from "./cancel-live-orders.ts";

/** Ends a live order and frees its ticket. The caller has the ticket's row lock. */
export async function cancelLiveOrder(
  tx: Tx,
  order: LiveOrder,
  reason: CancelReason,
  decidedAt: Date,
): Promise<void> {
  await cancelLiveOrders(tx, [{ order, reason }], decidedAt);
}
