import { and, eq, isNull, sql } from "drizzle-orm";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { Tx } from "#db/transaction.ts";
import type { Currency } from "#kernel/money.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import type { Hold } from "./hold-ticket.ts";

type Sale = Hold & { price: number; currency: Currency };

/** Makes the ticket the buyer's for good. Throws when the order does not hold it, so that nothing is sold. */
export async function sellTicket(tx: Tx, sale: Sale, decidedAt: Date): Promise<void> {
  const { ticketId, orderId } = sale;
  const { sold } = await sentTogether({
    sold: updateSold(tx, { ticketId, orderId, decidedAt: decidedAt.toISOString() }),
    event: recordDomainEvent(tx, "TicketUpdated", decidedAt, { ...sale, change: "sold" }),
  });
  if (sold.length === 0) throw new Error(`Order ${orderId} does not hold ticket ${ticketId}.`);
}

const at = sql`${sql.placeholder("decidedAt")}::timestamptz`;

const updateSold = prepared((database) =>
  database
    .update(tickets)
    .set({ soldAt: at, updatedAt: at })
    .where(
      and(
        eq(tickets.id, sql.placeholder("ticketId")),
        eq(tickets.orderId, sql.placeholder("orderId")),
        isNull(tickets.soldAt),
      ),
    )
    .returning({ id: tickets.id }),
);
