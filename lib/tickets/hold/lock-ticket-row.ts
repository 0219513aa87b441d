import { eq, type SQL, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
import { orders } from "#db/schema/orders.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId, TicketId } from "#kernel/ids.ts";

const selectForUpdate = (ticketId: SQL) =>
  prepared((database) =>
    database
      .select({ id: tickets.id })
      .from(tickets)
      .where(eq(tickets.id, ticketId))
      // mutant: a ticket without its row lock · neither row lock nor unique index
      .for("no key update"),
  );

const selectById = selectForUpdate(sql`${sql.placeholder("ticketId")}`);
const selectOfOrder = selectForUpdate(
  sql`(select ${orders.ticketId} from ${orders} where ${orders.id} = ${sql.placeholder("orderId")})`,
);

/**
 * Takes the row lock under which everything about a ticket is decided, waiting until it is free. The first lock
 * of a transaction (`rowLockOrder`). NO KEY UPDATE, because a full UPDATE lock would also stop other rows from
 * being written that refer to this one.
 */
export async function lockTicketRow(tx: Tx, ticketId: TicketId): Promise<void> {
  await selectById(tx, { ticketId });
}

/** `lockTicketRow` for the ticket of an order, which never changes. Locks nothing when there is no such order. */
export async function lockTicketRowOf(tx: Tx, orderId: OrderId): Promise<void> {
  await selectOfOrder(tx, { orderId });
}
