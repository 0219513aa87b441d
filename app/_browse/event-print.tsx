import Link from "next/link";
import { ViewTransition } from "react";
import { PosterByAddress } from "#components/posters/poster-by-address.tsx";
import { usePrintWords } from "./follow-prints.tsx";
import type { PrintFacts } from "./print-facts.ts";

/** Set too small on a poster of a hand's width to be read there. */
const longTitle = 40;

type EventPrintProps = PrintFacts & { headingLevel: 2 | 3 };

/** An event of the market as a print on a wall: its poster, and under it what a person decides by. */
export function EventPrint({ headingLevel, ...print }: EventPrintProps) {
  const { id, slug, title, poster, starts, startsAt, place } = print;
  const { from, standing } = usePrintWords(id) ?? print;
  const Heading = `h${headingLevel}` as const;
  return (
    <li className="print">
      <Heading>
        <Link href={`/events/${slug}`} prefetch={false}>
          <ViewTransition name={`poster-${slug}`} share="carried" default="none">
            <PosterByAddress {...poster} />
          </ViewTransition>
          <span dir="auto" className={title.length > longTitle ? undefined : "sr-only"}>
            {title}
          </span>
        </Link>
      </Heading>
      <time dateTime={startsAt}>{starts}</time>
      <p dir="auto">{place}</p>
      <b>{from}</b>
      <p>{standing}</p>
    </li>
  );
}
