import * as expiration from "#lib/expiration/expire-order.ts";
import type { Subscriber } from "../subscription.ts";

export const expireOrder: Subscriber<"OrderCreated"> = {
  name: "expire-order",
  run: ({ data }) => expiration.expireOrder(data.orderId),
};
