import { categoryNames, type Category } from "#kernel/categories.ts";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateBlock } from "./date-block.tsx";
import { formatEventDate } from "./event-dates.ts";
import { StateBadge, type StateTone } from "#components/ui/state-badge.tsx";
import { Plates } from "./plates.tsx";
import { Written } from "./written.tsx";

export type TicketStubProps = {
  eventTitle: string;
  ticketTitle: string;
  category: Category;
  startsAt: Date;
  timeZone: string;
  venue: string;
  city: string;
  section?: string | null;
  row?: string | null;
  seat?: string | null;
  admits: number;
  /** Already formatted, such as "£45.00". */
  price: string;
  /** What one of several people pays. */
  priceEach?: string | undefined;
  /** How the ticket, or the order for it, stands: the paper follows the tone. */
  tone: StateTone;
  words: ReactNode;
  /** Makes the whole ticket one link. */
  href?: string;
  /** What this page has to add; may hold links and buttons. */
  note?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  /** Where a phone has more to show than the ticket: on a narrow screen as low as it can be. */
  compact?: boolean;
  /** Where the page is about its event: large is what differs between its tickets. */
  underEvent?: boolean;
};

export function TicketStub(props: TicketStubProps) {
  const padding = `${props.compact ? "p-3" : "p-4"} ${props.href ? inLists : "@xl:p-6"}`;
  return (
    <article className="@container">
      <div className="ticket" data-tone={props.tone}>
        <div className={`ticket-main flex gap-4 ${padding} @xl:gap-6`}>
          <div className={props.compact ? "hidden @xl:block" : ""}>
            <DateBlock at={props.startsAt} timeZone={props.timeZone} />
          </div>
          {props.underEvent ? <TicketPart {...props} /> : <EventPart {...props} />}
        </div>
        <StubPart {...props} />
      </div>
    </article>
  );
}

/** A ticket that leads somewhere is one of many: lower where there is room beside. */
const inLists = "@xl:px-6 @xl:py-4";

function EventPart(props: TicketStubProps) {
  const { compact = false, headingLevel = 3 } = props;
  const Heading = `h${headingLevel}` as const;
  const title = <Written>{props.eventTitle}</Written>;
  const beside = compact ? "@xl:border-l @xl:pl-6" : "border-l pl-4 @xl:pl-6";
  return (
    <div
      className={`flex min-w-0 flex-1 flex-col border-line ${beside} ${props.href ? "@3xl:flex-row @3xl:items-center @3xl:gap-8" : ""}`}
    >
      <div className="min-w-0 flex-1">
        <p className={`mb-1 text-sm text-soft ${compact ? "hidden @xl:block" : ""}`}>
          {categoryNames[props.category]}
        </p>
        <Heading
          className={`text-xl wrap-anywhere @xl:line-clamp-3 @xl:text-2xl ${compact ? "line-clamp-2" : "line-clamp-5"}`}
        >
          {props.href ? (
            <Link href={props.href} className="ticket-link">
              {title}
            </Link>
          ) : (
            title
          )}
        </Heading>
        <WhenAndWhere {...props} />
      </div>
      <div
        className={`${compact ? "@xl:mt-auto @xl:pt-4" : "mt-auto pt-4"} ${props.href ? "@3xl:mt-0 @3xl:w-80 @3xl:pt-0" : ""}`}
      >
        <p className={`text-sm ${compact ? "mt-1 line-clamp-1" : ""}`}>
          <Written>{props.ticketTitle}</Written>
        </p>
        <p className={`text-sm font-medium ${compact ? "line-clamp-2 @xl:line-clamp-none" : ""}`}>
          <Place {...props} />
        </p>
        {props.note && <div className="relative z-2 mt-2 text-sm">{props.note}</div>}
      </div>
    </div>
  );
}

function TicketPart(props: TicketStubProps) {
  const { headingLevel = 3 } = props;
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="flex min-w-0 flex-1 flex-col gap-3 border-l border-line pl-4 @xl:pl-6">
      <Heading className="line-clamp-5 text-xl wrap-anywhere">
        <Written>{props.ticketTitle}</Written>
      </Heading>
      <Plates {...props} />
      <WhenAndWhere {...props} />
    </div>
  );
}

function WhenAndWhere({ startsAt, timeZone, venue, city, compact }: TicketStubProps) {
  return (
    <p className={`flex flex-wrap gap-x-4 text-sm text-soft ${compact ? "mt-1 @xl:mt-2" : "mt-2"}`}>
      <span className="tabular font-medium text-ink">
        {compact && (
          <span className="@xl:hidden">{formatEventDate(startsAt, timeZone, "short")}, </span>
        )}
        {formatEventDate(startsAt, timeZone, "time")}
      </span>
      <span className={`min-w-0 ${compact ? "line-clamp-1 @xl:line-clamp-none" : ""}`}>
        <Written>{venue}</Written> · <Written>{city}</Written>
      </span>
    </p>
  );
}

/** Our words, each with what the seller wrote. Where the end may be cut, the number of people comes first. */
function Place({ section, row, seat, admits, compact }: TicketStubProps) {
  const people = { name: "Admits", text: String(admits) };
  const place = [
    { name: "Section", text: section },
    { name: "Row", text: row },
    { name: "Seat", text: seat },
  ];
  const parts = compact ? [people, ...place] : [...place, people];
  return parts
    .filter(({ text }) => text)
    .map(({ name, text }, index) => (
      <span key={name}>
        {index > 0 && " · "}
        {name} <Written>{text ?? ""}</Written>
      </span>
    ));
}

function StubPart({ tone, price, priceEach, words, compact, href }: TicketStubProps) {
  const over = tone === "done" || tone === "gone";
  return (
    <div
      className={`ticket-stub flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 @xl:flex-col @xl:flex-nowrap ${href ? inLists : "@xl:p-6"} ${compact ? "px-3 py-2" : "p-4"}`}
    >
      <p
        className={`tabular font-display text-2xl leading-none font-bold wrap-anywhere ${price.length <= 8 ? "@xl:text-3xl" : ""} ${over ? "text-soft" : ""}`}
      >
        {price}
        {priceEach && (
          <span className="block pt-1 font-sans text-sm font-normal text-soft">
            {priceEach} each
          </span>
        )}
      </p>
      <div className="@xl:mt-auto">
        <StateBadge tone={tone}>{words}</StateBadge>
      </div>
    </div>
  );
}
