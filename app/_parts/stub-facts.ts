import type { TicketStubProps } from "#components/ticket-stub.tsx";
import type { Category } from "#kernel/categories.ts";
import { formatMoney, type Money, shareOf } from "#kernel/money.ts";

/** What a stub shows of an event. */
export type StubEvent = {
  title: string;
  category: Category;
  startsAt: Date;
  timeZone: string;
  venue: string;
  city: string;
};

type Ticket = {
  title: string;
  section: string | null;
  row: string | null;
  seat: string | null;
  admits: number;
};

/** What every stub shows of a ticket, on the market or in an order. */
export function stubFacts(
  { title: eventTitle, ...event }: StubEvent,
  ticket: Ticket,
  price: Money,
) {
  const { category, startsAt, timeZone, venue, city } = event;
  const { title: ticketTitle, section, row, seat, admits } = ticket;
  return {
    eventTitle,
    category,
    startsAt,
    timeZone,
    venue,
    city,
    ticketTitle,
    section,
    row,
    seat,
    admits,
    price: formatMoney(price),
    priceEach: admits > 1 ? formatMoney(shareOf(price, admits)) : undefined,
  } satisfies Partial<TicketStubProps>;
}
