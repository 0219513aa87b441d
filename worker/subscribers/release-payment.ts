import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import type { Subscriber } from "../subscription.ts";

/** An order ended unpaid: what its card authorised is released. */
export const releasePayment: Subscriber<"OrderExpired" | "OrderCancelled"> = {
  name: "release-payment",
  run: ({ data }) => settleOrder(data.orderId),
};
