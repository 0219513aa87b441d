import type { EventId, TicketId } from "#kernel/ids.ts";
import type { NewsReaders } from "#lib/market-news/market-news.ts";
import { readEventNews } from "./event-news.ts";
import { readPrintNews } from "./print-news.ts";
import { readTicketNews } from "./ticket-news.ts";

/** How each kind of subject is read once it has changed. Only ids that somebody follows are told of, and those were read before. */
export const newsReaders: NewsReaders = {
  ticket: (changed, followersOf) => readTicketNews([...changed.keys()] as TicketId[], followersOf),
  event: (changed) => readEventNews(changed as ReadonlyMap<EventId, ReadonlySet<TicketId>>),
  print: (changed) => readPrintNews([...changed.keys()] as EventId[]),
};
