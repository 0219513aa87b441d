import { eq } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { lockTicketRow } from "#lib/tickets/hold/lock-ticket-row.ts";

export const orderColumns = {
  id: orders.id,
  ticketId: orders.ticketId,
  buyerId: orders.userId,
  status: orders.status,
  price: orders.price,
  currency: orders.currency,
  expiresAt: orders.expiresAt,
  cancelReason: orders.cancelReason,
  paymentAuthorizedAt: orders.paymentAuthorizedAt,
};

/**
 * Locks the rows of an order's ticket and of the order, in this order (`rowLockOrder`), then reads its event, and
 * last the clock: what every decision about an order starts with. `decidedAt` is the moment it decides by. Null when
 * there is no such order. The event's row is not locked: one that is called off a moment later is found by the next
 * decision, or by the worker (docs/decisions/0022).
 */
export async function readOrderForUpdate(tx: Tx, orderId: OrderId) {
  const [found] = await tx
    .select({ ticketId: orders.ticketId })
    .from(orders)
    .where(eq(orders.id, orderId));
  if (!found) return null;
  // mutant: the clock read before the wait for the lock
  await lockTicketRow(tx, found.ticketId);
  const [order] = await tx
    .select(orderColumns)
    .from(orders)
    .where(eq(orders.id, orderId))
    .for("no key update");
  const [listing] = await tx
    .select({
      ticket: { heldBy: tickets.orderId, soldAt: tickets.soldAt },
      event: { id: events.id, startsAt: events.startsAt, cancelledAt: events.cancelledAt },
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(eq(tickets.id, found.ticketId));
  // mutant: the clock read before the wait for the lock · a deadline judged by the process's own clock
  const decidedAt = await readClock(tx);
  if (!order || !listing) throw new Error(`Order ${orderId} vanished while it was being locked.`);
  return { order, ...listing, decidedAt };
}

export type OrderForUpdate = NonNullable<Awaited<ReturnType<typeof readOrderForUpdate>>>;
