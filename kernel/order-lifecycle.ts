import type { Lifecycle } from "./lifecycle.ts";

export type OrderStatus = "created" | "awaiting_payment" | "completed" | "cancelled";

export const orderLifecycle: Lifecycle<OrderStatus> = {
  created: ["awaiting_payment", "cancelled"],
  awaiting_payment: ["completed", "cancelled"],
  completed: [],
  cancelled: [],
};
