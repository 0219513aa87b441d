import { printWords, type PrintWords } from "#app/_market-news/print-news.ts";
import { formatEventDate } from "#components/event-dates.ts";
import { layOutPoster } from "#components/posters/lay-out-poster.ts";
import type { LaidOutPoster } from "#components/posters/poster-by-address.tsx";
import type { MarketEvent } from "#lib/events/market/list-market-events.ts";

/** What a print on the wall shows of an event, in words already. */
export type PrintFacts = PrintWords & {
  id: string;
  slug: string;
  title: string;
  poster: LaidOutPoster;
  /** When it begins, for people and for machines. */
  starts: string;
  startsAt: string;
  place: string;
};

export function printFacts(event: MarketEvent): PrintFacts {
  const { id, slug, title, category, venue, city, startsAt, timeZone } = event;
  return {
    id,
    slug,
    title,
    poster: layOutPoster(title, category),
    starts: formatEventDate(startsAt, timeZone, "brief"),
    startsAt: startsAt.toISOString(),
    place: `${venue}, ${city}`,
    ...printWords(event),
  };
}
