import { and, asc, eq, inArray } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { readClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { orderColumns } from "./read-order-for-update.ts";

/**
 * `readOrderForUpdate` for many orders at once: locks the rows of their tickets, then of the orders, reads their events,
 * and last the clock. It waits for nobody: an order whose ticket somebody else has locked is left out.
 */
export async function readOrdersForUpdate(tx: Tx, orderIds: readonly OrderId[]) {
  const theirs = tx.select({ id: orders.ticketId }).from(orders).where(anyOf(orders.id, orderIds));
  const locked = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(inArray(tickets.id, theirs))
    .orderBy(asc(tickets.id))
    // mutant: orders ended together without the row locks of their tickets
    .for("no key update", { skipLocked: true });
  const lockedIds = locked.map(({ id }) => id);
  const found = await tx
    .select({
      order: orderColumns,
      event: { startsAt: events.startsAt, cancelledAt: events.cancelledAt },
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(and(anyOf(orders.id, orderIds), anyOf(orders.ticketId, lockedIds)))
    .orderBy(asc(orders.id))
    .for("no key update", { of: orders });
  return { found, decidedAt: await readClock(tx) };
}
