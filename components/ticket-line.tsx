import Link from "next/link";
import type { ReactNode } from "react";
import { StateBadge, type StateTone } from "#components/ui/state-badge.tsx";
import { Written } from "./written.tsx";

export type TicketLineProps = {
  ticketTitle: string;
  section: string | null;
  row: string | null;
  seat: string | null;
  admits: number;
  /** Already formatted, as `priceEach` is, what one of several people pays. */
  price: string;
  priceEach?: string | undefined;
  /** How the ticket stands: the paper follows the tone. */
  tone: StateTone;
  words: ReactNode;
  /** The whole line is one link. */
  href: string;
};

/** A ticket among others of one event: of the event nothing, and large what tells it from the next one. */
export function TicketLine(props: TicketLineProps) {
  const { section, row, seat, admits, ticketTitle } = props;
  const place = { Section: section, Row: row, Seat: seat, Admits: String(admits) };
  return (
    <article className="@container">
      <div className="ticket ticket-line" data-tone={props.tone}>
        <div className="ticket-main grid min-w-0 content-center gap-x-6 gap-y-2 px-4 py-3 @xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] @xl:items-center @xl:px-6">
          <h3 className="min-w-0">
            <Link href={props.href} className="ticket-link flex flex-wrap gap-x-5 gap-y-1">
              {Object.entries(place).map(
                ([name, text]) => text && <Plate key={name} name={name} text={text} />,
              )}
            </Link>
          </h3>
          <div className="min-w-0">
            <p className="line-clamp-2 text-sm">
              <Written>{ticketTitle}</Written>
            </p>
            <StateBadge tone={props.tone}>{props.words}</StateBadge>
          </div>
        </div>
        <Price {...props} />
      </div>
    </article>
  );
}

/** As on a printed ticket: what it is, small, and over it nothing larger than its value. */
function Plate({ name, text }: { name: string; text: string }) {
  return (
    <span className="flex max-w-full min-w-0 flex-col">
      <span className="font-sans text-xs leading-4 font-medium tracking-normal text-soft">
        {name}{" "}
      </span>
      <span className="tabular line-clamp-2 text-lg leading-6 font-bold @xl:text-xl">
        <Written>{text}</Written>{" "}
      </span>
    </span>
  );
}

function Price({ price, priceEach }: TicketLineProps) {
  return (
    <div className="ticket-stub grid content-center justify-items-end gap-1 px-3 py-3 text-right @xl:px-5">
      <p
        className={`tabular font-display leading-none font-bold wrap-anywhere ${price.length <= 7 ? "text-2xl" : "text-lg"} @xl:text-2xl`}
      >
        {price}
      </p>
      {priceEach && <p className="tabular text-xs text-soft">{priceEach} each</p>}
    </div>
  );
}
