import { z } from "zod";
import { inTransaction } from "#db/transaction.ts";
import { idSchema, type TicketId, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { whyOver } from "#kernel/order-state.ts";
import { cancelLiveOrder } from "./cancel-live-order.ts";
import { readOrderForUpdate } from "./read-order-for-update.ts";

export const cancelOrderInput = z.object({ orderId: idSchema<"order">() });

/**
 * The buyer changes their mind: the ticket is free at once, and the worker releases what the card authorised.
 * Cancelling a cancelled order changes nothing.
 *
 * Refuses: `order-not-found`, `order-completed`, `payment-being-finished` once a card has been authorised;
 * `busy` when the row lock cannot be had in time.
 */
export async function cancelOrder(
  buyerId: UserId,
  { orderId }: z.output<typeof cancelOrderInput>,
): Promise<TicketId> {
  return inTransaction(
    async (tx) => {
      const locked = await readOrderForUpdate(tx, orderId);
      if (!locked || locked.order.buyerId !== buyerId) return refuse("order-not-found");
      const { order, event, decidedAt } = locked;
      if (order.status === "cancelled") return order.ticketId;
      if (order.status === "completed") refuse("order-completed", { orderId });
      if (order.paymentAuthorizedAt) refuse("payment-being-finished");
      const reason = whyOver(order, event, decidedAt) ?? "buyer";
      await cancelLiveOrder(tx, order, reason, decidedAt);
      return order.ticketId;
    },
    { repeatable: true }, // cancelling a cancelled order changes nothing
  );
}
