import { and, eq, inArray } from "drizzle-orm";
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

/** The tickets that this seller has listed with these request keys, in the order of the keys. */
export async function listListed(runner: Database | Tx, sellerId: UserId, keys: string[]) {
  const listed = await runner
    .select()
    .from(tickets)
    .where(and(eq(tickets.userId, sellerId), inArray(tickets.requestKey, keys)));
  const place = ({ requestKey }: { requestKey: string | null }) => keys.indexOf(requestKey ?? "");
  return listed.toSorted((one, other) => place(one) - place(other));
}
