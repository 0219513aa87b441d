import type { ReactNode } from "react";
import { TicketStub } from "#components/ticket-stub.tsx";
import type { UserId } from "#lib/kernel/ids.ts";
import { formatMoney } from "#lib/kernel/money.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

type ListedStubProps = {
  ticket: ListedTicket;
  viewer?: UserId;
  href?: string;
  note?: ReactNode;
  headingLevel?: 2 | 3 | 4;
};

/** A ticket from the market as the stub shows it, to whoever looks. */
export function ListedStub({ ticket, viewer, ...rest }: ListedStubProps) {
  const { event, price, currency, state } = ticket;
  const held = state === "locked" && viewer !== undefined && ticket.holderId === viewer;
  return (
    <TicketStub
      eventTitle={event.title}
      ticketTitle={ticket.title}
      category={event.category}
      startsAt={event.startsAt}
      timeZone={event.timeZone}
      venue={event.venue}
      city={event.city}
      section={ticket.section}
      row={ticket.row}
      seat={ticket.seat}
      admits={ticket.admits}
      price={formatMoney({ amount: price, currency })}
      state={held ? "held" : state}
      freeAt={ticket.freeAt ?? undefined}
      {...rest}
    />
  );
}
