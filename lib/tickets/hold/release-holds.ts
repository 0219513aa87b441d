import { and, isNull } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import { type Happening, recordDomainEvents } from "#lib/domain-events/record-domain-events.ts";
import type { Hold } from "./hold-ticket.ts";

/** Frees each ticket that the order named beside it holds. Another order's hold stays. */
export async function releaseHolds(tx: Tx, holds: Hold[], decidedAt: Date): Promise<void> {
  const [ticketIds, orderIds] = [
    holds.map(({ ticketId }) => ticketId),
    holds.map(({ orderId }) => orderId),
  ];
  // An order holds no ticket but its own, so the two lists need not be matched pair by pair.
  const freed = await tx
    .update(tickets)
    .set({ orderId: null, lockedUntil: null, updatedAt: decidedAt })
    .where(
      and(anyOf(tickets.id, ticketIds), anyOf(tickets.orderId, orderIds), isNull(tickets.soldAt)),
    )
    .returning({ id: tickets.id });
  const free = new Set(freed.map(({ id }) => id));
  const released = holds.filter(({ ticketId }) => free.has(ticketId)).map(unlocked);
  await recordDomainEvents(tx, decidedAt, released);
}

function unlocked(hold: Hold): Happening {
  return { type: "TicketUpdated", facts: { ...hold, change: "unlocked" } };
}
