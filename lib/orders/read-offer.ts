import { and, eq, sql, type SQLWrapper } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import type { Database } from "#db/client.ts";
import { lapsedOrder, liveOrder } from "#db/order-state.ts";
import { prepared } from "#db/prepared.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import type { OrderId, TicketId, UserId } from "#kernel/ids.ts";
import { holderColumns } from "#lib/tickets/hold/holder-columns.ts";
import { rememberedLocks, type UnpaidHold } from "./wait-your-turn.ts";

const buyerId = sql.placeholder("buyerId");
/** A lapsed order's hold ended at its deadline, whether or not the worker has cancelled it. */
const endOfHold = sql`least(coalesce(${orders.cancelledAt}, ${orders.expiresAt}), ${orders.expiresAt})`;
const milliseconds = (moment: SQLWrapper) => sql`(extract(epoch from ${moment}) * 1000)::float8`;
const remembered = sql`${sql.placeholder("rememberedSeconds")}::float8 * interval '1 second'`;
/**
 * The buyer's, of this ticket and of others of its event or its seller, as `[ofThisTicket, from, until]`. An order
 * that ended because its event was over is none. Twice what is remembered, for an index: a hold began before it ended.
 */
const unpaidHolds = sql<[boolean, number, number][]>`(
  select coalesce(json_agg(json_build_array(${orders.ticketId} = ${tickets.id},
    ${milliseconds(orders.createdAt)}, ${milliseconds(endOfHold)})), '[]')
  from orders join tickets as held on held.id = ${orders.ticketId}
  where ${orders.userId} = ${buyerId} and ${orders.createdAt} > clock_timestamp() - 2 * ${remembered}
    and ${endOfHold} > clock_timestamp() - ${remembered}
    and (${orders.cancelReason} <> 'event_over' or ${lapsedOrder()})
    and (held.event_id = ${tickets.eventId} or held.user_id = ${tickets.userId}))`;

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
      unpaidHolds,
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(orders, and(eq(orders.id, tickets.orderId)))
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

type Wish = { ticketId: TicketId; buyerId: UserId; requestKey: string };

/**
 * A ticket as one buyer may or may not take it: its listing, its event, its holder, and the buyer's own orders and
 * unpaid holds, in one statement, with the moment by the database's clock. Null when there is no such ticket.
 */
export async function readOffer(runner: Database | Tx, wish: Wish) {
  const lockSeconds = environment().LOCK_SECONDS;
  const rememberedSeconds = rememberedLocks * lockSeconds;
  const [offer] = await selectOffer(runner, { ...wish, rememberedSeconds });
  if (!offer) return null;
  const lockMilliseconds = lockSeconds * 1000;
  return { ...offer, lockMilliseconds, unpaidHolds: offer.unpaidHolds.map(unpaidHold) };
}

function unpaidHold([ofThisTicket, from, until]: [boolean, number, number]): UnpaidHold {
  return { ofThisTicket, from: new Date(from), until: new Date(until) };
}

export type Offer = NonNullable<Awaited<ReturnType<typeof readOffer>>>;
