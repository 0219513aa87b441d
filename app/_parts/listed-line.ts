import { standingFor } from "./sale-standing.ts";
import type { FollowedLine } from "#app/events/[slug]/followed-lines.tsx";
import type { UserId } from "#kernel/ids.ts";
import { formatMoney, shareOf } from "#kernel/money.ts";
import type { TicketOfEvent } from "#lib/tickets/list-tickets-of-event.ts";

/** A ticket of the market as its viewer sees it, on the page of its event. */
export function listedLine(ticket: TicketOfEvent, viewer: UserId | undefined): FollowedLine {
  const { id, title, section, row, seat, admits, price: amount, currency } = ticket;
  const { sellerId, holderId } = ticket;
  const price = { amount, currency };
  return {
    id,
    mine: viewer !== undefined && [sellerId, holderId].includes(viewer),
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
