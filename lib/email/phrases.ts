import { formatMoney } from "#kernel/money.ts";
import { plainWords, quoted } from "./plain-words.ts";
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
    ticket.section && `Section ${plainWords(ticket.section)}`,
    ticket.row && `Row ${plainWords(ticket.row)}`,
    ticket.seat && `Seat ${plainWords(ticket.seat)}`,
  ].filter(Boolean);
  return [
    quoted(event.title),
    quoted(ticket.title),
    `${plainWords(event.venue)}, ${plainWords(event.city)}`,
    `${when.format(event.startsAt)} (${timeZone})`,
    ...(seat.length > 0 ? [seat.join(", ")] : []),
  ].join("\n");
}

export function priceOf({ order }: EmailFacts): string {
  return formatMoney({ amount: order.price, currency: order.currency });
}
