import { and, asc, eq, gt, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { ago } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { liveOrder } from "#db/order-state.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "#kernel/ids.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { expireOrder } from "./expire-order.ts";
import { expireTogether } from "./expire-together.ts";

/** Few enough that their tickets are locked for some milliseconds. */
const batch = 500;
const atOnce = 4;

/**
 * Ends every order past its deadline, for the case that its own job was lost or failed, and every order for an event
 * that was called off. Returns how many it found.
 *
 * Refuses: nothing. An order that cannot be ended now (`busy`, say) is logged and found again.
 */
export async function expireLapsedOrders(): Promise<number> {
  return (await expireAll(listLapsed)) + (await expireAll(listCalledOff));
}

type Found = { orderId: OrderId; expiresAt: Date };

/** Batch by batch, each after the last order of the one before: one that cannot be ended now is tried once. */
async function expireAll(list: (after?: Found) => Promise<Found[]>): Promise<number> {
  let found = await list();
  let count = found.length;
  await expireBatch(found);
  while (found.length === batch) {
    found = await list(found.at(-1));
    count += found.length;
    await expireBatch(found);
  }
  return count;
}

async function expireBatch(found: Found[]): Promise<void> {
  if (found.length === 0) return;
  const ids = found.map(({ orderId }) => orderId);
  const done = await expireTogether(ids).catch((error: unknown) => {
    report("warning", "orders that are over are ended one by one", { count: ids.length, error });
    return new Set<OrderId>();
  });
  const inTurn = limitConcurrency(atOnce);
  const left = ids.filter((orderId) => !done.has(orderId));
  await Promise.all(left.map((orderId) => inTurn(() => expireOrReport(orderId))));
}

async function expireOrReport(orderId: OrderId): Promise<void> {
  await expireOrder(orderId).catch((error: unknown) =>
    report("error", "an order that is over could not be ended", { orderId, error }),
  );
}

function listLapsed(after?: Found): Promise<Found[]> {
  return db()
    .select({ orderId: orders.id, expiresAt: orders.expiresAt })
    .from(orders)
    .where(and(liveOrder, lt(orders.expiresAt, ago("0")), behind(after)))
    .orderBy(asc(orders.expiresAt), asc(orders.id))
    .limit(batch);
}

/** From the events that were called off and have yet to begin, which are few: no order outlasts the beginning. */
function listCalledOff(after?: Found): Promise<Found[]> {
  return db()
    .select({ orderId: orders.id, expiresAt: orders.expiresAt })
    .from(events)
    .innerJoin(tickets, and(eq(tickets.eventId, events.id), isHeld))
    .innerJoin(orders, eq(orders.id, tickets.orderId))
    .where(
      and(isNotNull(events.cancelledAt), gt(events.startsAt, ago("0")), liveOrder, behind(after)),
    )
    .orderBy(asc(orders.expiresAt), asc(orders.id))
    .limit(batch);
}

/** As `held_tickets_by_event` has it. */
const isHeld = and(isNotNull(tickets.orderId), isNull(tickets.soldAt));

function behind(after?: Found): SQL | undefined {
  if (!after) return undefined;
  return sql`(${orders.expiresAt}, ${orders.id}) > (${after.expiresAt.toISOString()}::timestamptz, ${after.orderId}::uuid)`;
}
