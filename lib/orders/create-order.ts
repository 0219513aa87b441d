import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { prepared } from "#db/prepared.ts";
import { lockRows } from "#db/row-locks.ts";
import { users } from "#db/schema/auth.ts";
import { orders } from "#db/schema/orders.ts";
import { sentTogether } from "#db/sent-together.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { idSchema, newId, type OrderId, type UserId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { holdTicket } from "#lib/tickets/hold/hold-ticket.ts";
import { lockTicketRow } from "#lib/tickets/hold/lock-ticket-row.ts";
import { cancelLiveOrder } from "./cancel-live-order.ts";
import { decideHold, type HoldDecision } from "./decide-hold.ts";
import { type Offer, readOffer } from "./read-offer.ts";

export const createOrderInput = z.object({
  ticketId: idSchema<"ticket">(),
  /** The version of the listing the buyer saw: nobody buys what they have not read. */
  ticketVersion: z.coerce.number().int().positive(),
  /** Made by the page: the same click arriving twice makes one order. */
  requestKey: z.uuid(),
});
type CreateOrder = z.output<typeof createOrderInput>;

/**
 * Holds a ticket for a buyer: it is theirs to pay for during `LOCK_SECONDS`, or until the event begins if that is
 * sooner. Asked again while they hold it, returns the same order. A look without the row lock comes first, because it is enough for most refusals.
 *
 * Refuses: `ticket-not-found`, `own-ticket`, `ticket-sold`, `ticket-withdrawn`, `ticket-locked`, `event-over`,
 * `event-called-off`, `ticket-changed`, `too-many-live-orders`, `cooling-down`; `busy` when the row lock cannot be
 * had in time.
 */
export async function createOrder(buyerId: UserId, input: CreateOrder): Promise<OrderId> {
  const wish = { ...input, buyerId };
  const held = orderHeld(decideHold(await readOffer(db(), wish), buyerId, input.ticketVersion));
  if (held) return held;
  return inTransaction(
    async (tx) => {
      // mutant: the ticket read before the wait for its lock
      const { offer } = await sentTogether({
        locks: lockRows({
          ticket: () => lockTicketRow(tx, input.ticketId),
          // mutant: one buyer's orders made at the same time
          buyer: () => lockBuyerRow(tx, { buyerId }),
        }),
        offer: readOffer(tx, wish),
      });
      const heldMeanwhile = orderHeld(decideHold(offer, buyerId, input.ticketVersion));
      return heldMeanwhile ?? reserve(tx, offer!, wish); // refused above when there is no such ticket
    },
    { repeatable: true }, // by its request key
  );
}

/** The order the buyer has already; null when the ticket is theirs to hold. Throws a refusal. */
function orderHeld(decision: HoldDecision): OrderId | null {
  if (decision.to === "refuse") throw new Refusal(decision.reason);
  return decision.to === "return" ? decision.orderId : null;
}

/** One buyer's orders are made one after the other, or four at once would each count only three. */
const lockBuyerRow = prepared((database) =>
  database
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, sql.placeholder("buyerId")))
    .for("no key update"),
);

async function reserve(
  tx: Tx,
  { holder, price, currency, decidedAt, startsAt, lockMilliseconds }: Offer,
  { ticketId, buyerId, requestKey }: CreateOrder & { buyerId: UserId },
): Promise<OrderId> {
  if (holder) await cancelLiveOrder(tx, holder, "expired", decidedAt); // it has lapsed, or the ticket were locked
  const orderId = newId<"order">();
  // mutant: a lock that outlasts the event's start
  const expiresAt = new Date(Math.min(decidedAt.getTime() + lockMilliseconds, startsAt.getTime()));
  const terms = { ticketId, price, currency, expiresAt };
  await sentTogether({
    order: insertOrder(tx, {
      ...terms,
      id: orderId,
      userId: buyerId,
      requestKey,
      createdAt: decidedAt,
    }),
    hold: holdTicket(tx, { ticketId, orderId }, expiresAt, decidedAt),
    event: recordDomainEvent(tx, "OrderCreated", decidedAt, { ...terms, orderId, buyerId }),
  });
  return orderId;
}

const insertOrder = prepared((database) =>
  database.insert(orders).values({
    id: sql.placeholder("id"),
    userId: sql.placeholder("userId"),
    ticketId: sql.placeholder("ticketId"),
    price: sql.placeholder("price"),
    currency: sql.placeholder("currency"),
    expiresAt: sql.placeholder("expiresAt"),
    requestKey: sql.placeholder("requestKey"),
    createdAt: sql.placeholder("createdAt"),
  }),
);
