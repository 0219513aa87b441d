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
import { findListed } from "./find-listed.ts";
import { ticketInput } from "./ticket-fields.ts";

/**
 * Never fails: what is wrong with the ticket is told together with what is wrong with its event. Without a request
 * key, or with one that no page of ours has made, it is a listing of its own.
 */
export const createTicketInput = z
  .looseObject({ ...eventChoice, requestKey: z.uuid().optional().catch(undefined) })
  .transform(({ requestKey, ...typed }) => ({
    requestKey,
    choice: typed,
    ticket: ticketInput.safeParse(typed, { error: () => unsaid }),
  }));
type CreateTicket = z.output<typeof createTicketInput>;

/**
 * Offers a ticket for sale, for an event that has not begun. An event that is not in the catalogue yet is added. The
 * same press arriving twice lists once, and returns what was listed.
 *
 * Refuses: `invalid-input`, with everything that is wrong; what `chooseEvent` refuses; `already-listed` when the form
 * has listed another ticket; `busy` when a row lock cannot be had in time.
 */
export async function createTicket(
  sellerId: UserId,
  { choice, ticket, requestKey }: CreateTicket,
): Promise<TicketId> {
  return inTransaction(
    async (tx) => {
      const problems = ticket.success ? {} : fieldProblems(ticket.error);
      const eventId = await chooseEventOrRefuse(tx, choice, problems);
      if (!ticket.success) return refuse("invalid-input", { fields: problems });
      return listOnce(tx, sellerId, { eventId, ...ticket.data }, requestKey);
    },
    { repeatable: requestKey !== undefined }, // by its request key
  );
}

type Offered = z.output<typeof ticketInput> & { eventId: EventId };

/** Of two at once the second waits here until the first is there or given up: the unique constraint decides. */
async function listOnce(
  tx: Tx,
  sellerId: UserId,
  offered: Offered,
  requestKey: string | undefined,
): Promise<TicketId> {
  const decidedAt = await readClock(tx);
  const id = newId<"ticket">();
  const titleFolded = foldText(offered.title);
  const written = { titleFolded, requestKey, createdAt: decidedAt, updatedAt: decidedAt };
  const added = await tx
    .insert(tickets)
    .values({ id, userId: sellerId, ...offered, ...written })
    .onConflictDoNothing({ target: [tickets.userId, tickets.requestKey] })
    .returning({ id: tickets.id });
  if (added.length === 0) return listedBefore(tx, sellerId, offered, requestKey);
  const { eventId, price, currency } = offered;
  const facts = { ticketId: id, eventId, sellerId, price, currency };
  await recordDomainEvent(tx, "TicketCreated", decidedAt, facts);
  return id;
}

/** A press that arrives again says what it said; a form that says something else now is not to be lost. */
async function listedBefore(
  tx: Tx,
  sellerId: UserId,
  offered: Offered,
  requestKey = "",
): Promise<TicketId> {
  const listed = await findListed(tx, sellerId, requestKey);
  if (!listed) throw new Error(`A listing of ${sellerId} vanished while it was listed again.`);
  const said = Object.keys(offered) as (keyof Offered)[]; // a literal's own keys
  if (said.some((name) => listed[name] !== offered[name])) refuse("already-listed");
  return listed.id;
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
