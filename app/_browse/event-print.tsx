import Link from "next/link";
import { formatEventDate } from "#components/event-dates.ts";
import { printWords } from "#app/_market-news/print-news.ts";
import { CarriedPoster } from "#components/posters/carried-poster.tsx";
import type { MarketEvent } from "#lib/events/market/list-market-events.ts";
import { PrintMarket } from "./follow-prints.tsx";

/** Set too small on a poster of a hand's width to be read there. */
const longTitle = 40;

/**
 * An event of the market as a print on a wall: its poster, and under it what a person decides by. A page has many, and
 * each is sent twice, as a page and as data: so its look is in a style sheet, and its elements are few.
 */
export function EventPrint({ event, headingLevel }: { event: MarketEvent; headingLevel: 2 | 3 }) {
  const { id, slug, title, category, venue, city, startsAt, timeZone } = event;
  const Heading = `h${headingLevel}` as const;
  return (
    <li className="print">
      <Heading>
        <Link href={`/events/${slug}`} prefetch={false}>
          <CarriedPoster slug={slug} eventTitle={title} category={category} decorative byAddress />
          <span dir="auto" className={title.length > longTitle ? undefined : "sr-only"}>
            {title}
          </span>
        </Link>
      </Heading>
      <time dateTime={startsAt.toISOString()}>{formatEventDate(startsAt, timeZone, "brief")}</time>
      <p dir="auto">{`${venue}, ${city}`}</p>
      <PrintMarket id={id} {...printWords(event)} />
    </li>
  );
}
