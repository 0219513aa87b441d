import { standingFor } from "#app/_parts/sale-standing.ts";
import type { StateTone } from "#components/ui/state-badge.tsx";
import type { EventId, TicketId } from "#kernel/ids.ts";
import { formatMoney, formatMoneyShort, shareOf } from "#kernel/money.ts";
import { gatheredFor } from "#kernel/shared-for.ts";
import type { Told } from "#lib/market-news/news-hub.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import {
  listChangedTickets,
  mostChanged,
  type Offer,
  readOffer,
  readTicketsNow,
} from "#lib/tickets/read-ticket-news.ts";

/** What the page of an event says of its market as a whole; prices already formatted. */
export type OfferNews = { available: number; held: number; lowest: string[] };

/** What may change of a ticket's line. `listedAt` tells a new ticket from one of another page; in milliseconds. */
export type LineNews = {
  id: string;
  tone: StateTone;
  words: string;
  freeAt: number | null;
  price: string;
  priceEach: string | null;
  listedAt: number;
};

/** What the page of an event is told. `tooMany`: more has changed than is told one by one. */
export type EventNews = { offer: OfferNews; lines: LineNews[]; tooMany?: true };

/** Events as they are now, each with those of its tickets that have changed. */
export async function readEventNews(
  changed: ReadonlyMap<EventId, ReadonlySet<TicketId>>,
): Promise<Map<string, Told>> {
  const read = [...changed].map(async ([eventId, ticketIds]) => {
    const [tickets, offer] = await Promise.all([
      readTicketsNow([...ticketIds]),
      readOffer(eventId),
    ]);
    return [eventId, eventNews(offer, tickets)] as const;
  });
  return new Map(await Promise.all(read));
}

/** All that come back to an event at the same time, as after a restart, are told the same. */
const gather = gatheredFor<Told>(20);
/** In milliseconds: pages that were right at about the same time are told the same. */
const about = 10_000;

/** An event as it is now, with the tickets that have changed since a moment, or since shortly before it. */
export function eventSince(eventId: EventId, since: Date): Promise<Told> {
  const earlier = new Date(Math.floor(since.getTime() / about) * about);
  return gather(`${eventId} ${earlier.getTime()}`, async () => {
    const [tickets, offer] = await Promise.all([
      listChangedTickets(eventId, earlier),
      readOffer(eventId),
    ]);
    return eventNews(offer, tickets);
  });
}

function eventNews(offer: Offer, tickets: ListedTicket[]): Told {
  const { at } = offer;
  const news: EventNews = {
    offer: offerNews(offer),
    lines: tickets.slice(0, mostChanged).map(lineNews),
    ...(tickets.length > mostChanged && { tooMany: true }),
  };
  return { at, body: news };
}

export function offerNews({ available, held, lowest }: Omit<Offer, "at">): OfferNews {
  return { available, held, lowest: lowest.map(formatMoneyShort) };
}

/** To everybody who follows it: nobody's own words. */
function lineNews(ticket: ListedTicket): LineNews {
  const { id, admits, price: amount, currency, createdAt } = ticket;
  const price = { amount, currency };
  const { tone, words, freeAt } = standingFor(ticket, undefined);
  return {
    id,
    tone,
    words,
    freeAt: freeAt?.getTime() ?? null,
    price: formatMoney(price),
    priceEach: admits > 1 ? formatMoney(shareOf(price, admits)) : null,
    listedAt: createdAt.getTime(),
  };
}
