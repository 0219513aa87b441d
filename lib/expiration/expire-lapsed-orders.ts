import { and, asc, eq, gt, isNotNull, lt } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { liveOrder } from "#db/order-state.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "#kernel/ids.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { expireOrder } from "./expire-order.ts";

const batch = 500;
const atOnce = 4;

/**
 * Ends every order past its deadline, for the case that its own job was lost or failed, and every order for an event
 * that was called off. Returns how many it found.
 *
 * Refuses: nothing. An order that cannot be ended now (`busy`, say) is logged and found again.
 */
export async function expireLapsedOrders(): Promise<number> {
  const over = [...(await listLapsed()), ...(await listCalledOff())];
  const inTurn = limitConcurrency(atOnce);
  await Promise.all(
    over.map((orderId) =>
      inTurn(() =>
        expireOrder(orderId).catch((error: unknown) =>
          report("error", "an order that is over could not be ended", { orderId, error }),
        ),
      ),
    ),
  );
  return over.length;
}

async function listLapsed(): Promise<OrderId[]> {
  const rows = await db()
    .select({ orderId: orders.id })
    .from(orders)
    .where(and(liveOrder, lt(orders.expiresAt, databaseClock)))
    .orderBy(asc(orders.expiresAt))
    .limit(batch);
  return rows.map(({ orderId }) => orderId);
}

/** From the events that were called off and have yet to begin, which are few: no order outlasts the beginning. */
async function listCalledOff(): Promise<OrderId[]> {
  const rows = await db()
    .select({ orderId: orders.id })
    .from(events)
    .innerJoin(tickets, eq(tickets.eventId, events.id))
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .where(and(isNotNull(events.cancelledAt), gt(events.startsAt, databaseClock), liveOrder))
    .limit(batch);
  return rows.map(({ orderId }) => orderId);
}
