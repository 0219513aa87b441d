import type { ReactNode } from "react";
import { standingFor } from "./sale-standing.ts";
import { stubFacts } from "./stub-facts.ts";
import { StandingWords } from "#components/standing-words.tsx";
import { TicketStub } from "#components/ticket-stub.tsx";
import type { UserId } from "#kernel/ids.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

type ListedStubProps = {
  ticket: ListedTicket;
  viewer?: UserId | undefined;
  href?: string;
  note?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  underEvent?: boolean;
};

/** A ticket of the market as its viewer sees it. */
export function ListedStub({ ticket, viewer, ...rest }: ListedStubProps) {
  const { event, price, currency } = ticket;
  const { tone, ...standing } = standingFor(ticket, viewer);
  return (
    <TicketStub
      {...stubFacts(event, ticket, { amount: price, currency })}
      tone={tone}
      words={<StandingWords {...standing} />}
      {...rest}
    />
  );
}
