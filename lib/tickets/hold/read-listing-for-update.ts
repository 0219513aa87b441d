import { eq } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { TicketId } from "#kernel/ids.ts";
import { holderColumns } from "./holder-columns.ts";
import { lockTicketRow } from "./lock-ticket-row.ts";

/**
 * Locks a ticket's row, then reads its listing and the order that holds it, and last the clock: `decidedAt` is the
 * moment to decide by. Null when there is no such ticket.
 */
export async function readListingForUpdate(tx: Tx, ticketId: TicketId) {
  await lockTicketRow(tx, ticketId);
  const [listing] = await tx
    .select({
      ticket: tickets,
      event: events,
      holder: holderColumns,
    })
    .from(tickets)
    .innerJoin(events, eq(events.id, tickets.eventId))
    .leftJoin(orders, eq(orders.id, tickets.orderId))
    .where(eq(tickets.id, ticketId));
  return listing ? { ...listing, decidedAt: await readClock(tx) } : null;
}
