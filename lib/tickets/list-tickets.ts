import { desc, eq } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import type { UserId } from "#kernel/ids.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";

/** Everything a seller ever listed, newest first. */
export async function listListings(sellerId: UserId): Promise<ListedTicket[]> {
  const rows = await selectListedTickets()
    .where(eq(tickets.userId, sellerId))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(500);
  return rows.map(listedTicket);
}
