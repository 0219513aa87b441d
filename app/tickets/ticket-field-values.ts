import { editablePrice } from "#kernel/money.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

/** What the fields of a ticket hold to begin with. */
export type TicketFieldValues = Partial<ReturnType<typeof ticketFieldValues>>;

/** What a listing says, as its seller would type it. */
export function ticketFieldValues(ticket: ListedTicket) {
  const { title, currency, section, row, seat, admits } = ticket;
  return {
    title,
    currency,
    price: editablePrice({ amount: ticket.price, currency }),
    section: section ?? "",
    row: row ?? "",
    seat: seat ?? "",
    admits: String(admits),
  };
}
