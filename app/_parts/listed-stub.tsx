import type { ReactNode } from "react";
import { stubFacts } from "./stub-facts.ts";
import { TicketStub } from "#components/ticket-stub.tsx";
import type { UserId } from "#kernel/ids.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

type ListedStubProps = {
  ticket: ListedTicket;
  viewer?: UserId | undefined;
  href?: string;
  note?: ReactNode;
  headingLevel?: 2 | 3 | 4;
};

/** A ticket of the market as its viewer sees it: to the buyer who holds it, it is held rather than locked. */
export function ListedStub({ ticket, viewer, ...rest }: ListedStubProps) {
  const { event, price, currency, state, sale } = ticket;
  const locked = state === "locked" && sale !== "called-off";
  const held = locked && viewer !== undefined && ticket.holderId === viewer;
  return (
    <TicketStub
      {...stubFacts(event, ticket, { amount: price, currency })}
      state={held ? "held" : sale}
      freeAt={ticket.freeAt}
      {...rest}
    />
  );
}
