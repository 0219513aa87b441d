import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import type { Subscriber } from "../subscription.ts";

export const releasePayment: Subscriber<"OrderExpired" | "OrderCancelled"> = {
  name: "release-payment",
  does: "Releases what a card authorised for an order that ended unpaid.",
  run: ({ data }) => settleOrder(data.orderId),
};
