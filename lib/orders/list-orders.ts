import { and, desc, eq, inArray, notInArray } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { liveOrder } from "#db/order-state.ts";
import { orders } from "#db/schema/orders.ts";
import type { OrderId, UserId } from "#kernel/ids.ts";
import { mentionsEveryWord } from "#lib/lists/mentions-every-word.ts";
import {
  type ListPage,
  newestFirst,
  type PageWanted,
  type Window,
} from "#lib/lists/newest-first.ts";
import { describeOrder, type OrderView, selectOrders } from "./find-orders.ts";

/** A buyer can have a few at once, and a few more whose time is over and which the worker has yet to cancel. */
const mostLive = 25;

/** A buyer's orders: what is under way on every page, and one page of all others. */
export type OrderList = ListPage<OrderView> & { underWay: OrderView[] };

/** A buyer's orders that have every word of `words`, newest first, by the page; what is under way, whatever its words. */
export async function listOrders(
  buyerId: UserId,
  words = "",
  wanted: PageWanted = {},
): Promise<OrderList> {
  const live = (await selectLiveOrders(buyerId)).map(describeOrder);
  const underWay = live.filter(({ endedFor }) => endedFor === null);
  const onTop = underWay.map(({ id }) => id);
  const page = await newestFirst(orders, wanted, (window) =>
    selectOtherOrders(buyerId, words, window, onTop),
  );
  return { ...page, rows: page.rows.map(describeOrder), underWay };
}

export function selectLiveOrders(buyerId: UserId) {
  const order = [desc(orders.createdAt), desc(orders.id)];
  return selectThose(buyerId, "", { within: liveOrder, order, limit: mostLive });
}

export function selectOtherOrders(
  buyerId: UserId,
  words: string,
  window: Window,
  onTop: OrderId[],
) {
  const others = onTop.length > 0 ? notInArray(orders.id, onTop) : undefined;
  return selectThose(buyerId, words, { ...window, within: and(window.within, others) });
}

/** Which they are is found first, among the buyer's own: joined at once, Postgres might read all tickets for it. */
function selectThose(buyerId: UserId, words: string, { within, order, limit }: Window) {
  const those = lookingDb()
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.userId, buyerId), within, mentionsEveryWord(words, orders.ticketId)))
    .orderBy(...order)
    .limit(limit);
  return selectOrders(lookingDb())
    .where(inArray(orders.id, those))
    .orderBy(...order);
}
