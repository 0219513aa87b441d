import type { EventId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import type { MarketEvent } from "#lib/events/market/list-market-events.ts";
import { type MarketNow, readMarketsNow } from "#lib/events/market/read-market-now.ts";
import type { Told } from "#lib/market-news/news-hub.ts";

/** What a print on a wall says of its event's market, under its poster. */
export type PrintWords = { from: string; standing: string };
export type PrintNews = { prints: ({ id: string } & PrintWords)[] };

/** Events' markets as lists say them now, one by one. */
export async function readPrintNews(ids: readonly EventId[]): Promise<Map<string, Told>> {
  const { at, markets } = await readMarketsNow(ids);
  return new Map(markets.map((market) => [market.id, { at, body: newsOf([market]) }]));
}

/** The same of all the prints of a page together. */
export async function printsNow(ids: readonly EventId[]): Promise<Told> {
  const { at, markets } = await readMarketsNow(ids);
  return { at, body: newsOf(markets) };
}

function newsOf(markets: MarketNow[]): PrintNews {
  return { prints: markets.map(({ id, ...market }) => ({ id, ...wordsOf(market) })) };
}

export function printWords({ fromPrice, fromCurrency, available, held }: MarketEvent): PrintWords {
  return wordsOf({ available, held, from: { amount: fromPrice, currency: fromCurrency } });
}

function wordsOf({ available, held, from }: Omit<MarketNow, "id">): PrintWords {
  return {
    from: from ? `from ${formatMoney(from)}` : "",
    standing: from ? standing(available, held) : "No tickets just now",
  };
}

/** "3 tickets, 1 being paid for". */
function standing(available: number, held: number): string {
  if (available === 0) return held === 1 ? "1 being paid for" : `all ${held} being paid for`;
  const tickets = available === 1 ? "1 ticket" : `${available.toLocaleString("en-GB")} tickets`;
  return held === 0 ? tickets : `${tickets}, ${held} being paid for`;
}
