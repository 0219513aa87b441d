import { searchWords } from "#kernel/text-fields.ts";
import type { TicketFilters } from "#lib/tickets/list-tickets-of-event.ts";

type Search = Record<string, string | string[] | undefined>;

/** What an event page is asked for by its address. What cannot be meant is left out. */
export function readFilters({ section, admits }: Search): TicketFilters {
  const name = typeof section === "string" ? searchWords(section, 120) : "";
  const people = typeof admits === "string" && /^\d{1,2}$/.test(admits) ? Number(admits) : 0;
  return { section: name || null, admits: people >= 1 && people <= 20 ? people : null };
}

type Place = { after: string } | { before: string };

export function eventPath({ slug }: { slug: string }): string {
  return `/events/${encodeURIComponent(slug)}`;
}

/** The address of one page of an event's tickets. */
export function pageAddress(
  event: { slug: string },
  { section, admits }: TicketFilters,
  place: Place,
): string {
  const query = new URLSearchParams(place);
  if (section !== null) query.set("section", section);
  if (admits !== null) query.set("admits", String(admits));
  return `${eventPath(event)}?${query}`;
}
