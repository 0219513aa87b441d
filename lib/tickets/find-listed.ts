import { and, eq } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { UserId } from "#kernel/ids.ts";

/** The ticket that this seller has listed with this request key. */
export async function findListed(runner: Database | Tx, sellerId: UserId, requestKey: string) {
  const [listed] = await runner
    .select()
    .from(tickets)
    .where(and(eq(tickets.userId, sellerId), eq(tickets.requestKey, requestKey)));
  return listed ?? null;
}
