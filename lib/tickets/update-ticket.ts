import { eq } from "drizzle-orm";
import { z } from "zod";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { idSchema, type UserId } from "#kernel/ids.ts";
import { foldText } from "#kernel/text.ts";
import { requireUpcoming } from "#lib/events/require-upcoming.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { requireOwnFreeTicket } from "./require-own-free-ticket.ts";
import { ticketInput } from "./ticket-fields.ts";

export const updateTicketInput = z
  .object({
    ticketId: idSchema<"ticket">(),
    version: z.coerce.number().int().positive(),
  })
  .and(ticketInput);

/**
 * The seller changes price or details.
 *
 * Refuses: what `requireOwnFreeTicket` refuses (while a buyer is paying, say); what `requireUpcoming`
 * refuses; `busy` when the row lock cannot be had in time.
 */
export async function updateTicket(
  sellerId: UserId,
  { ticketId, version, ...details }: z.output<typeof updateTicketInput>,
): Promise<void> {
  await inTransaction(async (tx) => {
    const { event, decidedAt } = await requireOwnFreeTicket(tx, { ticketId, sellerId, version });
    requireUpcoming(event, decidedAt);
    const titleFolded = foldText(details.title);
    const changed = { ...details, titleFolded, version: version + 1, updatedAt: decidedAt };
    await tx.update(tickets).set(changed).where(eq(tickets.id, ticketId));
    const { price, currency } = details;
    const facts = {
      ticketId,
      change: "edited" as const,
      price,
      currency,
      version: changed.version,
    };
    await recordDomainEvent(tx, "TicketUpdated", decidedAt, facts);
  });
}
