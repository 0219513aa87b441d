import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { newId, type TicketId, type UserId } from "#kernel/ids.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chooseEvent, eventChoice } from "./choose-event.ts";
import { readPrice, ticketFields } from "./ticket-fields.ts";

export const createTicketInput = z.object({ ...eventChoice, ...ticketFields }).transform(readPrice);
type CreateTicket = z.output<typeof createTicketInput>;

/**
 * Offers a ticket for sale, for an event that has not begun. An event that is not in the catalogue yet is added.
 *
 * Refuses: what `chooseEvent` refuses; `busy` when a row lock cannot be had in time.
 */
export async function createTicket(sellerId: UserId, input: CreateTicket): Promise<TicketId> {
  return inTransaction(async (tx) => {
    const eventId = await chooseEvent(tx, input);
    const decidedAt = await readClock(tx);
    const { title, price, currency, section, row, seat, admits } = input;
    const id = newId<"ticket">();
    const details = { title, price, currency, section, row, seat, admits };
    const written = { createdAt: decidedAt, updatedAt: decidedAt };
    await tx.insert(tickets).values({ id, userId: sellerId, eventId, ...details, ...written });
    const facts = { ticketId: id, eventId, sellerId, price, currency };
    await recordDomainEvent(tx, "TicketCreated", decidedAt, facts);
    return id;
  });
}
