import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { sentTogether } from "#db/sent-together.ts";
import { prepared } from "#db/prepared.ts";
import { users } from "#db/schema/auth.ts";
import { orders } from "#db/schema/orders.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { environment } from "#kernel/environment.ts";
import { idSchema, newId, type OrderId, type UserId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { holdTicket } from "#lib/tickets/hold/hold-ticket.ts";
import { lockTicketRow } from "#lib/tickets/hold/lock-ticket-row.ts";
import { cancelLiveOrder } from "./cancel-live-order.ts";
import { decideHold } from "./decide-hold.ts";
import { readOffer, type Offer } from "./read-offer.ts";

export const createOrderInput = z.object({
  ticketId: idSchema<"ticket">(),
  /** The version of the listing the buyer saw, so that nobody buys what they have not read. */
  ticketVersion: z.coerce.number().int().positive(),
  /** Made by the page: the same click arriving twice makes one order. */
  requestKey: z.uuid(),
});
type CreateOrder = z.output<typeof createOrderInput>;

/**
 * Locks a ticket for a buyer: from here it is theirs to pay for during `LOCK_SECONDS`. Asked again while
 * they hold it, returns the same order. Refuses when the ticket cannot be had, without taking the row
 * lock if a look already says so.
 */
export async function createOrder(buyerId: UserId, input: CreateOrder): Promise<OrderId> {
  const look = { ...input, buyerId };
  const held = decideHold(await readOffer(db(), look), buyerId, input.ticketVersion);
  if (held) return held;
  return inTransaction(
    async (tx) => {
      const [, , seen] = await sentTogether(
        lockTicketRow(tx, input.ticketId),
        lockBuyerRow(tx, { buyerId }),
        readOffer(tx, look),
      );
      const heldMeanwhile = decideHold(seen, buyerId, input.ticketVersion);
      return heldMeanwhile ?? reserve(tx, seen!, look); // refused above when there is no such ticket
    },
    { repeatable: true }, // by its request key
  );
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
  { holder, price, currency, decidedAt }: Offer,
  { ticketId, buyerId, requestKey }: CreateOrder & { buyerId: UserId },
): Promise<OrderId> {
  if (holder) await cancelLiveOrder(tx, holder, "expired", decidedAt); // its time is over: it lapses here
  const orderId = newId<"order">();
  const expiresAt = new Date(decidedAt.getTime() + environment().LOCK_SECONDS * 1000);
  const terms = { ticketId, price, currency, expiresAt };
  await sentTogether(
    insertOrder(tx, { ...terms, id: orderId, userId: buyerId, requestKey, createdAt: decidedAt }),
    holdTicket(tx, { ticketId, orderId }, expiresAt, decidedAt),
    recordDomainEvent(tx, "OrderCreated", decidedAt, { ...terms, orderId, buyerId }),
  );
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
