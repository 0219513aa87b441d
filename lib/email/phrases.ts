import { formatMoney } from "#kernel/money.ts";
import type { Fact } from "./content.ts";
import type { EmailFacts } from "./find-email-facts.ts";
import { plainWords, quoted } from "./plain-words.ts";

/** "Hello Ada,": the line that an email begins with. */
export function greet({ name }: { name: string }): string {
  return `Hello ${plainWords(name, 40)},`;
}

/** What, where, when and which place, as every email states it. */
export function describeTicket({ event, ticket }: EmailFacts): Fact[] {
  const { section, row, seat, admits } = ticket;
  return [
    { label: "Event", value: quoted(event.title) },
    { label: "Ticket", value: quoted(ticket.title) },
    { label: "Where", value: `${plainWords(event.venue)}, ${plainWords(event.city)}` },
    { label: "When", value: startInWords(event.startsAt, event.timeZone) },
    ...(section ? [{ label: "Section", value: plainWords(section) }] : []),
    ...(row ? [{ label: "Row", value: plainWords(row) }] : []),
    ...(seat ? [{ label: "Seat", value: plainWords(seat) }] : []),
    ...(admits > 1 ? [{ label: "Admits", value: `${admits} people` }] : []),
  ];
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
