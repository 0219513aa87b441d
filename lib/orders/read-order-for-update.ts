import { eq, sql } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId } from "#kernel/ids.ts";
import { lockTicketRowOf } from "#lib/tickets/hold/lock-ticket-row.ts";

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

const selectForUpdate = prepared((database) =>
  database.select(orderColumns).from(orders).where(theOrder).for("no key update"),
);

const selectListing = prepared((database) =>
  database
    .select({
      ticket: { heldBy: tickets.orderId, soldAt: tickets.soldAt },
      event: { id: events.id, startsAt: events.startsAt, cancelledAt: events.cancelledAt },
    })
    .from(orders)
    .innerJoin(tickets, eq(tickets.id, orders.ticketId))
    .innerJoin(events, eq(events.id, tickets.eventId))
    .where(theOrder),
);

/**
 * Locks the rows of an order's ticket and of the order, in this order (`rowLockOrder`), then reads its event and what
 * `alsoRead` asks for, and last the clock: what every decision about an order starts with. They are sent one behind the
 * other and each begins when the one before it has ended, so one wait serves them all. `decidedAt` is the moment it
 * decides by. Null when there is no such order. The event's row is not locked: one that is called off a moment later
 * is found by the next decision, or by the worker (docs/decisions/0022).
 */
export async function readOrderForUpdate<Others>(
  tx: Tx,
  orderId: OrderId,
  alsoRead?: () => Promise<Others>,
) {
  const others = (): Promise<Others | undefined> => alsoRead?.() ?? Promise.resolve(undefined);
  const read = await sentTogether({
    // mutant: the clock read before the wait for the lock
    ticket: lockTicketRowOf(tx, orderId),
    order: selectForUpdate(tx, { orderId }),
    listing: selectListing(tx, { orderId }),
    others: others(),
    decidedAt: readClock(tx),
  });
  const [order, listing] = [read.order[0], read.listing[0]];
  if (!order || !listing) return null;
  // mutant: the clock read before the wait for the lock · a deadline judged by the process's own clock
  const { decidedAt } = read;
  return { order, ...listing, others: read.others, decidedAt };
}

export type OrderForUpdate = NonNullable<Awaited<ReturnType<typeof readOrderForUpdate>>>;
