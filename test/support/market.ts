import { inTransaction } from "#db/transaction.ts";
import type { TicketId } from "#kernel/ids.ts";
import { markMarketOf } from "#lib/events/market/mark-market.ts";
import { refreshMarket } from "#lib/events/market/refresh-market.ts";

/** Brings lists and searches up to date about these tickets, as the worker does moments after a change. */
export async function bringToMarket(...ticketIds: TicketId[]): Promise<void> {
  await inTransaction((tx) => markMarketOf(tx, ticketIds));
  while ((await refreshMarket()) > 0);
}
