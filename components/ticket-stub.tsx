import { categoryNames, type Category } from "#kernel/categories.ts";
import Link from "next/link";
import type { ReactNode } from "react";
import { DateBlock } from "./date-block.tsx";
import { formatEventDate } from "./event-dates.ts";
import { Moment } from "./moment.tsx";
import { StateBadge, type StateTone } from "#components/ui/state-badge.tsx";

/** A locked ticket is "held" to the buyer who holds it. */
export type TicketStubState =
  | "available"
  | "held"
  | "locked"
  | "sold"
  | "withdrawn"
  | "begun"
  | "called-off";

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
  state: TicketStubState;
  /** When the hold ends, if `state` is "locked". */
  freeAt?: Date | null;
  /** Makes the whole ticket one link. */
  href?: string;
  yours?: boolean;
  /** What this page has to add; may hold links and buttons. */
  note?: ReactNode;
  headingLevel?: 2 | 3 | 4;
};

const tones: Record<TicketStubState, StateTone> = {
  available: "open",
  held: "held",
  locked: "held",
  sold: "done",
  withdrawn: "gone",
  begun: "gone",
  "called-off": "gone",
};

export function TicketStub(props: TicketStubProps) {
  return (
    <article className="@container">
      <div className="ticket" data-state={props.state}>
        <div className="ticket-main flex gap-4 p-4 @xl:gap-6 @xl:p-6">
          <DateBlock at={props.startsAt} timeZone={props.timeZone} />
          <EventPart {...props} />
        </div>
        <StubPart {...props} />
      </div>
    </article>
  );
}

function EventPart(props: TicketStubProps) {
  const Heading = `h${props.headingLevel ?? 3}` as const;
  const place = [
    props.section && `Section\u00a0${props.section}`,
    props.row && `Row\u00a0${props.row}`,
    props.seat && `Seat\u00a0${props.seat}`,
  ].filter(Boolean);
  return (
    <div className="flex min-w-0 flex-1 flex-col border-l border-line pl-4 @xl:pl-6">
      <p className="mb-1 text-sm text-soft">{categoryNames[props.category]}</p>
      <Heading className="line-clamp-5 text-xl wrap-anywhere @xl:line-clamp-3 @xl:text-2xl">
        {props.href ? (
          <Link href={props.href} className="ticket-link">
            {props.eventTitle}
          </Link>
        ) : (
          props.eventTitle
        )}
      </Heading>
      <p className="mt-2 flex flex-wrap gap-x-4 text-sm text-soft">
        <span className="tabular font-medium text-ink">
          {formatEventDate(props.startsAt, props.timeZone, "time")}
        </span>
        <span>{`${props.venue}\u00a0· ${props.city}`}</span>
      </p>
      <p className="mt-auto pt-4 text-sm wrap-anywhere">{props.ticketTitle}</p>
      <p className="flex flex-wrap gap-x-4 text-sm font-medium">
        {place.length > 0 && <span>{place.join("\u00a0· ")}</span>}
        <span>Admits {props.admits}</span>
      </p>
      {props.note && <div className="relative z-2 mt-2 text-sm">{props.note}</div>}
    </div>
  );
}

function StubPart(props: TicketStubProps) {
  const over = tones[props.state] === "done" || tones[props.state] === "gone";
  return (
    <div className="ticket-stub flex flex-wrap items-baseline justify-between gap-x-4 gap-y-2 p-4 @xl:flex-col @xl:flex-nowrap @xl:p-6">
      <p
        className={`tabular font-display text-2xl leading-none font-bold wrap-anywhere ${props.price.length <= 8 ? "@xl:text-3xl" : ""} ${over ? "text-soft" : ""} ${props.state === "withdrawn" ? "line-through" : ""}`}
      >
        {props.price}
      </p>
      <div className="flex flex-wrap gap-x-4 gap-y-2 @xl:mt-auto @xl:flex-col">
        {props.yours && <StateBadge tone="yours">Yours</StateBadge>}
        <StateBadge tone={tones[props.state]}>{stateInWords(props)}</StateBadge>
      </div>
    </div>
  );
}

function stateInWords({ state, freeAt }: TicketStubProps): ReactNode {
  switch (state) {
    case "available":
      return "Available";
    case "held":
      return "Held for you";
    case "locked":
      return freeAt ? (
        <>
          Someone is paying · may free up at <Moment at={freeAt} />
        </>
      ) : (
        "Someone is paying"
      );
    case "sold":
      return "Sold";
    case "withdrawn":
      return "Withdrawn";
    case "begun":
      return "The event has begun";
    case "called-off":
      return "The event was called off";
  }
}
