import * as expiration from "#lib/expiration/expire-order.ts";
import { expireTogether } from "#lib/expiration/expire-together.ts";
import type { Subscriber } from "../subscription.ts";

export const expireOrder: Subscriber<"OrderCreated"> = {
  name: "expire-order",
  does: "Ends an order whose time has run out, and frees its ticket.",
  run: ({ data }) => expiration.expireOrder(data.orderId),
  runTogether: async (events) => {
    const ended = await expireTogether(events.map(({ data }) => data.orderId));
    return new Set(events.filter(({ data }) => ended.has(data.orderId)).map(({ id }) => id));
  },
};
