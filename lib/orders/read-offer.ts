import { and, eq, sql } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import type { Database } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { holderColumns } from "#lib/tickets/hold/holder-columns.ts";

const buyerId = sql.placeholder("buyerId");
const live = sql`status in ('created', 'awaiting_payment')`;
/** Ended for lack of time, or about to be: a lapse counts before anybody has cleared it away. */
const lapsed = sql`(cancel_reason = 'expired'
  or (${live} and expires_at <= clock_timestamp() and payment_authorized_at is null))`;

/** Everything "may this person lock this ticket now" depends on, in one statement, by the database's clock. */
const select = prepared((database) =>
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
        select id from orders where user_id = ${buyerId} and request_key = ${sql.placeholder("requestKey")})`,
      liveOrders: sql<number>`(
        select count(*)::int from orders where user_id = ${buyerId} and ${live}
          and (expires_at > clock_timestamp() or payment_authorized_at is not null))`,
      lapses: sql<number>`(
        select count(*)::int from orders
        where ticket_id = ${tickets.id} and user_id = ${buyerId} and ${lapsed})`,
      lastLapseAt: sql<Date | null>`(
        select max(coalesce(cancelled_at, expires_at)) from orders
        where ticket_id = ${tickets.id} and user_id = ${buyerId} and ${lapsed})`.mapWith(
        orders.cancelledAt,
      ),
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(orders, and(eq(orders.id, tickets.orderId)))
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

type Look = { ticketId: TicketId; buyerId: UserId; requestKey: string };

export async function readOffer(runner: Database | Tx, look: Look) {
  const [seen] = await select(runner, look);
  return seen ?? null;
}

export type Offer = NonNullable<Awaited<ReturnType<typeof readOffer>>>;
