"use client"; // the values of a page's lines are sent once, and their markup not again

import Link from "next/link";
import { StandingWords } from "./standing-words.tsx";
import type { StateTone } from "#components/ui/state-badge.tsx";

export type TicketLineProps = {
  ticketTitle: string;
  section: string | null;
  row: string | null;
  seat: string | null;
  admits: number;
  /** Already formatted, as `priceEach` is, what one of several people pays. */
  price: string;
  priceEach: string | null;
  /** How the ticket stands: the paper and the mark before the words follow the tone. */
  tone: StateTone;
  words: string;
  /** When it may come free, if somebody is paying for it. */
  freeAt: Date | null;
  /** It has changed since the page was read. */
  isNews?: boolean;
  /** The whole line is one link. */
  href: string;
};

/** Tickets of one event, one in a line. */
export function TicketLines({ lines }: { lines: TicketLineProps[] }) {
  return (
    <ul className="flex flex-col gap-2">
      {lines.map((line) => (
        <li key={line.href}>
          <TicketLine {...line} />
        </li>
      ))}
    </ul>
  );
}

/** Of the event nothing, and large what tells the ticket from the next one. */
function TicketLine({ ticketTitle, tone, words, freeAt, isNews, href, ...props }: TicketLineProps) {
  const { section, row, seat, admits, price, priceEach } = props;
  const hasPlace = [section, row, seat].some(Boolean);
  return (
    <article className="line-frame">
      <div className="ticket ticket-line" data-tone={tone} data-news={isNews || undefined}>
        <div className="ticket-main">
          <h3>
            <Link href={href} className="ticket-link">
              {hasPlace ? (
                <>
                  <Plate name="Section" text={section} />
                  <Plate name="Row" text={row} />
                  <Plate name="Seat" text={seat} />
                </>
              ) : (
                <Value text={ticketTitle} />
              )}
              {admits > 1 && <Plate name="Admits" text={String(admits)} />}
            </Link>
          </h3>
          <div>
            {hasPlace && <p dir="auto">{ticketTitle}</p>}
            <p className="line-state">
              <span>
                <StandingWords words={words} freeAt={freeAt} />
              </span>
            </p>
          </div>
        </div>
        <div className="ticket-stub">
          <p className={price.length > 7 ? "line-price line-price-long" : "line-price"}>{price}</p>
          {priceEach && <p>{priceEach} each</p>}
        </div>
      </div>
    </article>
  );
}

/** As on a printed ticket: what it is, small, over its value. */
function Plate({ name, text }: { name: string; text: string | null }) {
  if (!text) return null;
  return (
    <span>
      <small>{name}</small> <Value text={text} />{" "}
    </span>
  );
}

function Value({ text }: { text: string }) {
  return <bdi dir="auto">{text}</bdi>;
}
