import type { OrderStatus } from "#db/schema/orders.ts";
import type { Lifecycle } from "#lib/kernel/lifecycle.ts";

export const orderLifecycle: Lifecycle<OrderStatus> = {
  created: ["awaiting_payment", "cancelled"],
  awaiting_payment: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};
