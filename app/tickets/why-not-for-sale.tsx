import type { ReactNode } from "react";
import { Moment } from "#components/moment.tsx";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

type Props = {
  ticket: Pick<ListedTicket, "sale" | "freeAt">;
  /** Whether its seller reads it. */
  yours: boolean;
};

/** Why a ticket that is not available cannot be bought, or changed by its seller. */
export function WhyNotForSale({ ticket: { sale, freeAt }, yours }: Props): ReactNode {
  if (sale === "sold") return yours ? "You sold this ticket." : "This ticket is sold.";
  if (sale === "withdrawn")
    return yours ? "You withdrew this ticket." : "The seller has withdrawn this ticket.";
  if (sale === "begun") return "The event has begun: tickets for it are no longer sold.";
  if (sale === "called-off") return "The event was called off: tickets for it are no longer sold.";
  if (!freeAt) {
    return yours
      ? "Somebody's payment for it is being finished."
      : "Somebody is paying for this ticket right now.";
  }
  return yours ? (
    <>
      Somebody is paying for it. You can edit or withdraw it again after <Moment at={freeAt} />,
      unless they buy it.
    </>
  ) : (
    <>
      Somebody is paying for this ticket. It may free up at <Moment at={freeAt} />.
    </>
  );
}
