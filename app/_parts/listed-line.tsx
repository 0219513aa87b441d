import { standingFor } from "./sale-standing.tsx";
import { TicketLine } from "#components/ticket-line.tsx";
import type { UserId } from "#kernel/ids.ts";
import { formatMoney, shareOf } from "#kernel/money.ts";
import type { TicketOfEvent } from "#lib/tickets/list-tickets-of-event.ts";

type ListedLineProps = { ticket: TicketOfEvent; viewer: UserId | undefined };

/** A ticket of the market as its viewer sees it, on the page of its event. */
export function ListedLine({ ticket, viewer }: ListedLineProps) {
  const { id, title, section, row, seat, admits, price: amount, currency } = ticket;
  const price = { amount, currency };
  return (
    <TicketLine
      ticketTitle={title}
      section={section}
      row={row}
      seat={seat}
      admits={admits}
      price={formatMoney(price)}
      priceEach={admits > 1 ? formatMoney(shareOf(price, admits)) : undefined}
      {...standingFor(ticket, viewer)}
      href={`/tickets/${id}`}
    />
  );
}
