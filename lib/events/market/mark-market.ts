import { lte, sql } from "drizzle-orm";
import { anyOf } from "#db/any-of.ts";
import { ago } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { marketChanges, marketEvents } from "#db/schema/market-events.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { Tx } from "#db/transaction.ts";
import type { TicketId } from "#kernel/ids.ts";

/** Marks the events of these tickets: what lists read of them is to be made anew (`refreshMarket`). */
export async function markMarketOf(tx: Tx, ticketIds: readonly TicketId[]): Promise<void> {
  if (ticketIds.length === 0) return;
  const changed = tx
    .select({ eventId: tickets.eventId })
    .from(tickets)
    .where(anyOf(tickets.id, ticketIds))
    .groupBy(tickets.eventId);
  await tx.execute(sql`insert into ${marketChanges} (event_id) ${changed}`);
}

/** Takes events off the market that have begun. */
export async function endBegunMarkets(): Promise<void> {
  await db()
    .delete(marketEvents)
    .where(lte(marketEvents.startsAt, ago("0")));
}
