import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import type { Subscriber } from "../subscription.ts";

export const giveMoneyBack: Subscriber<"RefundRequested"> = {
  name: "give-money-back",
  does: "Has Stripe give money back.",
  run: ({ data }) => settleOrder(data.orderId),
};
