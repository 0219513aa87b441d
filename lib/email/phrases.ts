import { formatMoney } from "#kernel/money.ts";
import type { EmailFacts } from "./find-email-facts.ts";

/** What, where and when, as every email states it. */
export function describeTicket({ event, ticket }: EmailFacts): string {
  const { timeZone } = event;
  const when = new Intl.DateTimeFormat("en-GB", {
    dateStyle: "full",
    timeStyle: "short",
    timeZone,
  });
  const seat = [
    ticket.section && `Section ${ticket.section}`,
    ticket.row && `Row ${ticket.row}`,
    ticket.seat && `Seat ${ticket.seat}`,
  ].filter(Boolean);
  return [
    event.title,
    ticket.title,
    `${event.venue}, ${event.city}`,
    `${when.format(event.startsAt)} (${timeZone})`,
    ...(seat.length > 0 ? [seat.join(", ")] : []),
  ].join("\n");
}

export function priceOf({ order }: EmailFacts): string {
  return formatMoney({ amount: order.price, currency: order.currency });
}
