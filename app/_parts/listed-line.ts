import { standingFor } from "./sale-standing.tsx";
import type { TicketLineProps } from "#components/ticket-line.tsx";
import type { UserId } from "#kernel/ids.ts";
import { formatMoney, shareOf } from "#kernel/money.ts";
import type { TicketOfEvent } from "#lib/tickets/list-tickets-of-event.ts";

/** A ticket of the market as its viewer sees it, on the page of its event. */
export function listedLine(ticket: TicketOfEvent, viewer: UserId | undefined): TicketLineProps {
  const { id, title, section, row, seat, admits, price: amount, currency } = ticket;
  const price = { amount, currency };
  return {
    ticketTitle: title,
    section,
    row,
    seat,
    admits,
    price: formatMoney(price),
    priceEach: admits > 1 ? formatMoney(shareOf(price, admits)) : null,
    ...standingFor(ticket, viewer),
    href: `/tickets/${id}`,
  };
}
