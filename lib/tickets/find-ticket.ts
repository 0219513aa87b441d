import { eq } from "drizzle-orm";
import { tickets } from "#db/schema/tickets.ts";
import type { TicketId } from "#kernel/ids.ts";
import { type ListedTicket, listedTicket, selectListedTickets } from "./listed-ticket.ts";

export async function findTicket(ticketId: TicketId): Promise<ListedTicket | null> {
  const [row] = await selectListedTickets().where(eq(tickets.id, ticketId));
  return row ? listedTicket(row) : null;
}
