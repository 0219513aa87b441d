import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import type { TicketId } from "#kernel/ids.ts";
import { waitFor } from "#stack/wait-for.ts";

/** Runs `meanwhile` while another connection has the ticket's row lock; resolves when both are done. */
export function whileTicketRowIsLocked(
  ticketId: TicketId,
  meanwhile: () => Promise<unknown>,
): Promise<void> {
  return inTransaction(async (tx) => {
    await tx.select().from(tickets).where(eq(tickets.id, ticketId)).for("no key update");
    await meanwhile();
  });
}

/** Resolves once `count` connections of this test's database wait for a lock. */
export async function waitUntilWaiting(count: number): Promise<void> {
  await waitFor(
    async () => (await countWaiting()) >= count,
    `${count} connections to wait for a lock`,
    10_000,
  );
}

async function countWaiting(): Promise<number> {
  const [row] = await db().execute<{ count: number }>(sql`
    select count(*)::int from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`);
  return row?.count ?? 0;
}
