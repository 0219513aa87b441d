import { and, eq, inArray } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { environment } from "#kernel/environment.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import { describeOrder, type OrderView, selectOrders } from "#lib/orders/find-orders.ts";
import { keysetPage } from "./keyset-page.ts";
import type { ListQuery, Representation } from "./representations.ts";

/**
 * A buyer's orders, newest first.
 *
 * Refuses: what `keysetPage` refuses.
 */
export async function listOrdersOfApi(
  buyerId: UserId,
  query: ListQuery,
): Promise<Representation<"OrderPage">> {
  const { createdAt: moment, id } = orders;
  return keysetPage(
    query,
    { path: "/api/v1/orders", moment, id, newestFirst: true },
    ({ within, order, limit }) => {
      // Which they are is found first, among the buyer's own, as in `listOrders`.
      const those = lookingDb()
        .select({ id })
        .from(orders)
        .where(and(eq(orders.userId, buyerId), within))
        .orderBy(...order)
        .limit(limit);
      return selectOrders(lookingDb())
        .where(inArray(id, those))
        .orderBy(...order);
    },
    {
      placeOf: (row) => ({ at: row.createdAt, id: row.id }),
      itemOf: (row) => orderOfApi(describeOrder(row)),
    },
  );
}

/** A buyer's own order. Another's is null, exactly like one that does not exist. */
export async function findOrderOfApi(
  buyerId: UserId,
  orderId: OrderId,
): Promise<Representation<"Order"> | null> {
  const isOwn = and(eq(orders.id, orderId), eq(orders.userId, buyerId));
  const [row] = await selectOrders(lookingDb()).where(isOwn);
  return row ? orderOfApi(describeOrder(row)) : null;
}

function orderOfApi(order: OrderView): Representation<"Order"> {
  const { id, ticketId, status, endedFor, currency, refund } = order;
  const refunded = refund?.status === "succeeded" ? { amount: refund.amount, currency } : null;
  return {
    id,
    url: `${environment().APP_URL}/orders/${id}`,
    ticketId,
    eventId: order.event.id,
    status,
    endedFor,
    price: { amount: order.price, currency },
    refunded,
    expiresAt: order.expiresAt.toISOString(),
    createdAt: order.createdAt.toISOString(),
    completedAt: order.completedAt?.toISOString() ?? null,
    cancelledAt: order.cancelledAt?.toISOString() ?? null,
  };
}
