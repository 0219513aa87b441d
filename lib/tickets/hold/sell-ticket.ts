import { and, eq, isNull } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { Currency } from "#kernel/money.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { Hold } from "./hold-ticket.ts";

type Sale = Hold & { price: number; currency: Currency };

/** Makes the ticket the buyer's for good. Throws when the order does not hold it, so that nothing is sold. */
export async function sellTicket(tx: Tx, sale: Sale, decidedAt: Date): Promise<void> {
  const { ticketId, orderId } = sale;
  const sold = await tx
    .update(tickets)
    .set({ soldAt: decidedAt, updatedAt: decidedAt })
    .where(and(eq(tickets.id, ticketId), eq(tickets.orderId, orderId), isNull(tickets.soldAt)))
    .returning({ id: tickets.id });
  if (sold.length === 0) throw new Error(`Order ${orderId} does not hold ticket ${ticketId}.`);
  await recordDomainEvent(tx, "TicketUpdated", decidedAt, { ...sale, change: "sold" });
}
