import { formatMoney } from "#kernel/money.ts";
import { plainWords, quoted } from "./plain-words.ts";
import type { EmailFacts } from "./find-email-facts.ts";

/** What, where and when, as every email states it. */
export function describeTicket({ event, ticket }: EmailFacts): string {
  const seat = [
    ticket.section && `Section ${plainWords(ticket.section)}`,
    ticket.row && `Row ${plainWords(ticket.row)}`,
    ticket.seat && `Seat ${plainWords(ticket.seat)}`,
  ].filter(Boolean);
  return [
    quoted(event.title),
    quoted(ticket.title),
    `${plainWords(event.venue)}, ${plainWords(event.city)}`,
    startInWords(event.startsAt, event.timeZone),
    ...(seat.length > 0 ? [seat.join(", ")] : []),
  ].join("\n");
}

/** By the clocks at the venue, which are named as the event's page names them. */
function startInWords(startsAt: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "long",
    timeZone,
  });
  return format.format(startsAt);
}

export function priceOf({ order }: EmailFacts): string {
  return formatMoney({ amount: order.price, currency: order.currency });
}
