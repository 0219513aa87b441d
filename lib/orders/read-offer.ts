import { and, eq, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import type { Database } from "#db/client.ts";
import { lapsedOrder, liveOrder } from "#db/order-state.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { holderColumns } from "#lib/tickets/hold/holder-columns.ts";

const buyerId = sql.placeholder("buyerId");
/** Lapsed, whether or not the worker has cancelled it. */
const lapsed = sql`(${orders.cancelReason} = 'expired' or ${lapsedOrder()})`;
const lapsesOfBuyer = sql`from orders
  where ${orders.ticketId} = ${tickets.id} and ${orders.userId} = ${buyerId} and ${lapsed}`;

const selectOffer = prepared((database) =>
  database
    .select({
      decidedAt: databaseClock,
      sellerId: tickets.userId,
      price: tickets.price,
      currency: tickets.currency,
      version: tickets.version,
      lockedUntil: tickets.lockedUntil,
      soldAt: tickets.soldAt,
      withdrawnAt: tickets.withdrawnAt,
      eventId: events.id,
      startsAt: events.startsAt,
      eventCancelledAt: events.cancelledAt,
      holder: holderColumns,
      repeatedOrderId: sql<OrderId | null>`(
        select id from orders
        where ${orders.userId} = ${buyerId} and ${orders.requestKey} = ${sql.placeholder("requestKey")})`,
      liveOrders: sql<number>`(
        select count(*)::int from orders
        where ${orders.userId} = ${buyerId} and ${liveOrder} and not ${lapsedOrder()})`,
      lapses: sql<number>`(select count(*)::int ${lapsesOfBuyer})`,
      lastLapseAt:
        sql<Date | null>`(select max(coalesce(${orders.cancelledAt}, ${orders.expiresAt})) ${lapsesOfBuyer})`.mapWith(
          orders.cancelledAt,
        ),
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(orders, and(eq(orders.id, tickets.orderId)))
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

type Wish = { ticketId: TicketId; buyerId: UserId; requestKey: string };

/**
 * A ticket as one buyer may or may not take it: its listing, its holder, and the buyer's own orders, in one
 * statement, with the moment by the database's clock. Null when there is no such ticket.
 */
export async function readOffer(runner: Database | Tx, wish: Wish) {
  const [offer] = await selectOffer(runner, wish);
  return offer ?? null;
}

export type Offer = NonNullable<Awaited<ReturnType<typeof readOffer>>>;
