import type { TicketId } from "#kernel/ids.ts";
import type { Told } from "#lib/market-news/news-hub.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { readTicketsNow } from "#lib/tickets/read-ticket-news.ts";

/**
 * What the page of a ticket is told: whether what it shows is still so. If not, it is fetched anew within so many
 * milliseconds (`spread`), the more the more pages wait for the same ticket.
 */
export type TicketNews = { mark: string; spread: number };

/** As long as one page keeps a server busy, or so. */
const millisecondsEach = 5;

/** Changes when anything does that the page of a ticket shows of its sale. */
export function markOf({
  sale,
  version,
  freeAt,
}: Pick<ListedTicket, "sale" | "version" | "freeAt">): string {
  return [sale, version, freeAt?.getTime() ?? ""].join(".");
}

/** Tickets as they are now, by their ids. */
export async function readTicketNews(
  ids: readonly TicketId[],
  followersOf = (_id: string) => 0,
): Promise<Map<string, Told>> {
  const tickets = await readTicketsNow(ids);
  return new Map(
    tickets.map((ticket) => {
      const { id, at } = ticket;
      const news: TicketNews = { mark: markOf(ticket), spread: followersOf(id) * millisecondsEach };
      return [id, { at, body: news }];
    }),
  );
}
