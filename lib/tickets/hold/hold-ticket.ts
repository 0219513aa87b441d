import { eq, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import type { OrderId, TicketId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";

export type Hold = { ticketId: TicketId; orderId: OrderId };

const updateHold = prepared((database) =>
  database
    .update(tickets)
    .set({
      orderId: sql`${sql.placeholder("orderId")}`,
      lockedUntil: sql`${sql.placeholder("until")}::timestamptz`,
      updatedAt: sql`${sql.placeholder("at")}::timestamptz`,
    })
    .where(eq(tickets.id, sql.placeholder("ticketId"))),
);

/** Lets `orderId` hold the ticket until `until`. The caller has the row lock and has found the ticket free. */
export async function holdTicket(tx: Tx, hold: Hold, until: Date, decidedAt: Date): Promise<void> {
  await sentTogether({
    ticket: updateHold(tx, { ...hold, until: until.toISOString(), at: decidedAt.toISOString() }),
    event: recordDomainEvent(tx, "TicketUpdated", decidedAt, { ...hold, change: "locked", until }),
  });
}
