import { eq, sql } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { sentTogether } from "#db/sent-together.ts";
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

const theOrder = eq(orders.id, sql.placeholder("orderId"));

const selectTicketId = prepared((database) =>
  database.select({ ticketId: orders.ticketId }).from(orders).where(theOrder),
);

const selectForUpdate = prepared((database) =>
  database.select(orderColumns).from(orders).where(theOrder).for("no key update"),
);

const selectListing = prepared((database) =>
  database
    .select({
      ticket: { heldBy: tickets.orderId, soldAt: tickets.soldAt },
      event: { id: events.id, startsAt: events.startsAt, cancelledAt: events.cancelledAt },
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

/**
 * Locks the rows of an order's ticket and of the order, in this order (`rowLockOrder`), then reads its event, and
 * last the clock: what every decision about an order starts with. `decidedAt` is the moment it decides by. Null when
 * there is no such order. The event's row is not locked: one that is called off a moment later is found by the next
 * decision, or by the worker (docs/decisions/0022).
 */
export async function readOrderForUpdate(tx: Tx, orderId: OrderId) {
  const [found] = await selectTicketId(tx, { orderId });
  if (!found) return null;
  // mutant: the clock read before the wait for the lock
  await lockTicketRow(tx, found.ticketId);
  const read = await sentTogether({
    order: selectForUpdate(tx, { orderId }),
    listing: selectListing(tx, { ticketId: found.ticketId }),
  });
  const [order, listing] = [read.order[0], read.listing[0]];
  // mutant: the clock read before the wait for the lock · a deadline judged by the process's own clock
  const decidedAt = await readClock(tx);
  if (!order || !listing) throw new Error(`Order ${orderId} vanished while it was being locked.`);
  return { order, ...listing, decidedAt };
}

export type OrderForUpdate = NonNullable<Awaited<ReturnType<typeof readOrderForUpdate>>>;
