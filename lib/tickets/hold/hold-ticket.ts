import { eq, sql } from "drizzle-orm";
import { sentTogether } from "#db/sent-together.ts";
import { prepared } from "#db/prepared.ts";
import { tickets } from "#db/schema/tickets.ts";
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
  await sentTogether(
    updateHold(tx, { ...hold, until: until.toISOString(), at: decidedAt.toISOString() }),
    recordDomainEvent(tx, "TicketUpdated", decidedAt, { ...hold, change: "locked", until }),
  );
}

/** As long as a card authorisation can live: https://docs.stripe.com/payments/place-a-hold-on-a-payment-method */
const authorizationDays = 7;

/** Keeps the hold while a payment is being finished, however long Stripe takes to answer. */
export async function pinHold(tx: Tx, hold: Hold, decidedAt: Date): Promise<void> {
  const until = new Date(decidedAt.getTime() + authorizationDays * 24 * 60 * 60 * 1000);
  await holdTicket(tx, hold, until, decidedAt);
}
