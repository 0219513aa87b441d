import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { fieldProblems, unsaid } from "#kernel/field-problems.ts";
import { type EventId, newId, type TicketId, type UserId } from "#kernel/ids.ts";
import { Refusal, refusalSentence, refuse } from "#kernel/refusal.ts";
import { foldText } from "#kernel/text.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { chooseEvent, type EventChoice, eventChoice } from "./choose-event.ts";
import { ticketInput } from "./ticket-fields.ts";

/** Never fails: what is wrong with the ticket is told together with what is wrong with its event. */
export const createTicketInput = z.looseObject(eventChoice).transform((typed) => ({
  choice: typed,
  ticket: ticketInput.safeParse(typed, { error: () => unsaid }),
}));
type CreateTicket = z.output<typeof createTicketInput>;

/**
 * Offers a ticket for sale, for an event that has not begun. An event that is not in the catalogue yet is added.
 *
 * Refuses: `invalid-input`, with everything that is wrong; what `chooseEvent` refuses; `busy` when a row lock cannot
 * be had in time.
 */
export async function createTicket(
  sellerId: UserId,
  { choice, ticket }: CreateTicket,
): Promise<TicketId> {
  return inTransaction(async (tx) => {
    const problems = ticket.success ? {} : fieldProblems(ticket.error);
    const eventId = await chooseEventOrRefuse(tx, choice, problems);
    if (!ticket.success) return refuse("invalid-input", { fields: problems });
    const decidedAt = await readClock(tx);
    const { price, currency } = ticket.data;
    const id = newId<"ticket">();
    const titleFolded = foldText(ticket.data.title);
    const written = { titleFolded, createdAt: decidedAt, updatedAt: decidedAt };
    await tx.insert(tickets).values({ id, userId: sellerId, eventId, ...ticket.data, ...written });
    const facts = { ticketId: id, eventId, sellerId, price, currency };
    await recordDomainEvent(tx, "TicketCreated", decidedAt, facts);
    return id;
  });
}

/** Whatever is refused about the event is said together with the other problems. */
async function chooseEventOrRefuse(
  tx: Tx,
  choice: EventChoice,
  problems: Record<string, string>,
): Promise<EventId> {
  try {
    return await chooseEvent(tx, choice);
  } catch (error) {
    if (!(error instanceof Refusal) || Object.keys(problems).length === 0) throw error;
    const { code, details } = error.reason;
    if (code === "similar-events")
      return refuse(code, { ...details, fields: { ...details.fields, ...problems } });
    const ofEvent =
      code === "invalid-input" ? details.fields : { eventId: refusalSentence(error.reason) };
    return refuse("invalid-input", { fields: { ...ofEvent, ...problems } });
  }
}
