import { eq } from "drizzle-orm";
import { z } from "zod";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { idSchema, type UserId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { requireOwnFreeTicket } from "./require-own-free-ticket.ts";

export const withdrawTicketInput = z.object({
  ticketId: idSchema<"ticket">(),
  version: z.coerce.number().int().positive(),
});

/**
 * The seller takes the ticket off the market, for good. Where an operator does it, `record` keeps who and why, in the
 * same transaction.
 *
 * Refuses: what `requireOwnFreeTicket` refuses (while a buyer is paying, say); `busy` when the row lock cannot
 * be had in time.
 */
export async function withdrawTicket(
  sellerId: UserId,
  { ticketId, version }: z.output<typeof withdrawTicketInput>,
  record: (tx: Tx, at: Date) => Promise<void> = async () => {},
): Promise<void> {
  await inTransaction(async (tx) => {
    const { decidedAt } = await requireOwnFreeTicket(tx, { ticketId, sellerId, version });
    const withdrawn = {
      withdrawnAt: decidedAt,
      orderId: null,
      lockedUntil: null,
      version: version + 1,
      updatedAt: decidedAt,
    };
    await tx.update(tickets).set(withdrawn).where(eq(tickets.id, ticketId));
    await record(tx, decidedAt);
    const facts = { ticketId, version: withdrawn.version };
    await recordDomainEvent(tx, "TicketWithdrawn", decidedAt, facts);
  });
}
