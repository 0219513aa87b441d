import { RefreshAt } from "#components/refresh-at.tsx";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";

/** The page says of some tickets when they may come free: at the first such time it is fetched anew. */
export function RefreshWhenFree({ tickets }: { tickets: Pick<ListedTicket, "freeAt" | "at">[] }) {
  const named = tickets.flatMap(({ freeAt, at }) => (freeAt ? [{ at: freeAt, readAt: at }] : []));
  const [first] = named.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return first ? <RefreshAt key={first.readAt.getTime()} {...first} /> : null;
}
