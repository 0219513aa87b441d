import { and, eq, isNull } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { Hold } from "./hold-ticket.ts";

/** Frees the ticket if `orderId` holds it. Another order's hold stays. */
export async function releaseHold(tx: Tx, hold: Hold, decidedAt: Date): Promise<void> {
  const freed = await tx
    .update(tickets)
    .set({ orderId: null, lockedUntil: null, updatedAt: decidedAt })
    .where(
      and(eq(tickets.id, hold.ticketId), eq(tickets.orderId, hold.orderId), isNull(tickets.soldAt)),
    )
    .returning({ id: tickets.id });
  if (freed.length === 0) return;
  await recordDomainEvent(tx, "TicketUpdated", decidedAt, { ...hold, change: "unlocked" });
}
