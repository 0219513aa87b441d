import { and, asc, eq, gt, inArray, isNull, notInArray, sql } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { UserId } from "#kernel/ids.ts";
import { mentionsEveryWord } from "#lib/lists/mentions-every-word.ts";
import {
  type ListPage,
  newestFirst,
  type PageWanted,
  type Window,
} from "#lib/lists/newest-first.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";

/** More of them are in the list below, each at its place. */
const mostOnTop = 10;

/** What a seller listed, newest first; on its first page, what is being paid for now comes before that. */
export type Listings = ListPage<ListedTicket> & { beingPaidFor: ListedTicket[] };

/** Everything a seller ever listed that has every word of `words`, by the page. */
export async function listListings(
  sellerId: UserId,
  words = "",
  wanted: PageWanted = {},
): Promise<Listings> {
  const held = (await selectHeldListings(sellerId, words)).map(listedTicket);
  const beingPaidFor = held.filter(({ sale }) => sale === "locked");
  const onTop = beingPaidFor.map(({ id }) => id);
  const page = await newestFirst(tickets, wanted, (window) =>
    selectListings(sellerId, words, window, onTop),
  );
  const rows = page.rows.map(listedTicket);
  return { ...page, rows, beingPaidFor: page.newer ? [] : beingPaidFor };
}

/** The one whose lock ends first comes first. */
export function selectHeldListings(sellerId: UserId, words: string) {
  const held = and(gt(tickets.lockedUntil, sql`clock_timestamp()`), isNull(tickets.soldAt));
  const order = [asc(tickets.lockedUntil), asc(tickets.id)];
  return selectThose(sellerId, words, { within: held, order, limit: mostOnTop });
}

export function selectListings(
  sellerId: UserId,
  words: string,
  window: Window,
  onTop: ListedTicket["id"][],
) {
  const others = onTop.length > 0 ? notInArray(tickets.id, onTop) : undefined;
  return selectThose(sellerId, words, { ...window, within: and(window.within, others) });
}

/** Which they are is found first, among the seller's own: joined at once, Postgres might read all events for it. */
function selectThose(sellerId: UserId, words: string, { within, order, limit }: Window) {
  const those = lookingDb()
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.userId, sellerId), within, mentionsEveryWord(words, tickets.id)))
    .orderBy(...order)
    .limit(limit);
  return selectListedTickets()
    .where(inArray(tickets.id, those))
    .orderBy(...order);
}
