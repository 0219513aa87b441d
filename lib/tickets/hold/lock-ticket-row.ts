import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { TicketId } from "#kernel/ids.ts";

const selectForUpdate = prepared((database) =>
  database
    .select({ id: tickets.id })
    .from(tickets)
    .where(eq(tickets.id, sql.placeholder("ticketId")))
    .for("no key update"),
);

/**
 * Takes the row lock everything about a ticket is decided under, waiting for whoever has it. Always the
 * first lock of a transaction: ticket, then buyer, then order, then charge. NO KEY UPDATE, because a full
 * UPDATE lock would also stop rows elsewhere from referring to this one.
 */
export async function lockTicketRow(tx: Tx, ticketId: TicketId): Promise<void> {
  await selectForUpdate(tx, { ticketId });
}
