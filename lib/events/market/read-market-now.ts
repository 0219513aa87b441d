import { sql } from "drizzle-orm";
import { readClock } from "#db/clock.ts";
import { lookingDb } from "#db/client.ts";
import { anyOf } from "#db/any-of.ts";
import { marketEvents } from "#db/schema/market-events.ts";
import type { EventId } from "#kernel/ids.ts";
import type { Money } from "#kernel/money.ts";

/** What lists say of an event's market; `from` is null when nothing of it is on the market. */
export type MarketNow = { id: EventId; available: number; held: number; from: Money | null };

/** The markets of events as lists read them now, in the order asked for, and when that was. */
export async function readMarketsNow(
  eventIds: readonly EventId[],
): Promise<{ at: Date; markets: MarketNow[] }> {
  const [rows, at] = await Promise.all([selectMarkets(eventIds), readClock(lookingDb())]);
  const byId = new Map(
    rows.map(({ id, available, held, amount, currency }) => [
      id,
      { available, held, from: { amount, currency } },
    ]),
  );
  const none = { available: 0, held: 0, from: null };
  return { at, markets: eventIds.map((id) => ({ id, ...(byId.get(id) ?? none) })) };
}

export function selectMarkets(eventIds: readonly EventId[]) {
  return lookingDb()
    .select({
      id: marketEvents.eventId,
      available: marketEvents.available,
      held: marketEvents.held,
      amount: marketEvents.fromPrice,
      currency: marketEvents.fromCurrency,
    })
    .from(marketEvents)
    .where(
      sql`${anyOf(marketEvents.eventId, eventIds)} and ${marketEvents.startsAt} > (select clock_timestamp())`,
    );
}
