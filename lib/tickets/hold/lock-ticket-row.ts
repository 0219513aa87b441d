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
    // mutant: a ticket without its row lock · neither row lock nor unique index
    .for("no key update"),
);

/**
 * Takes the row lock under which everything about a ticket is decided, waiting until it is free. The first lock
 * of a transaction (`rowLockOrder`). NO KEY UPDATE, because a full UPDATE lock would also stop other rows from
 * being written that refer to this one.
 */
export async function lockTicketRow(tx: Tx, ticketId: TicketId): Promise<void> {
  await selectForUpdate(tx, { ticketId });
}
