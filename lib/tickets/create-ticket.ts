import { sql } from "drizzle-orm";
import { z } from "zod";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { fieldProblems, unsaid } from "#kernel/field-problems.ts";
import { newId, type TicketId, type UserId } from "#kernel/ids.ts";
import { Refusal, refusalSentence, refuse } from "#kernel/refusal.ts";
import { splitPlaces } from "#kernel/split-places.ts";
import { foldText } from "#kernel/text.ts";
import { recordDomainEvents } from "#lib/domain-events/record-domain-events.ts";
import { type ChosenEvent, chooseEvent, type EventChoice, eventChoice } from "./choose-event.ts";
import { listListed } from "./find-listed.ts";
import { requestKeysOf } from "./request-keys.ts";
import { ticketInput } from "./ticket-fields.ts";

const ifTyped = z.string().optional().catch(undefined);

/**
 * Never fails: what is wrong with the ticket is told together with what is wrong with its event. Without a request
 * key, or with one that no page of ours has made, it is a listing of its own.
 */
export const createTicketInput = z
  .looseObject({
    ...eventChoice,
    row: ifTyped,
    seat: ifTyped,
    admits: ifTyped,
    /** How places for several people are sold, and whether there are none with a number. */
    selling: ifTyped,
    unnumbered: ifTyped,
    requestKey: z.uuid().optional().catch(undefined),
  })
  .transform(({ requestKey, ...form }) => ({
    requestKey,
    choice: form,
    ticket: ticketInput.safeParse(form, { error: () => unsaid }),
    places: splitPlaces(form),
  }));
export type CreateTicket = z.output<typeof createTicketInput>;

/**
 * Offers tickets for sale, for an event that has not begun: one, or one for each seat that is sold by itself. All of
 * them are listed or none. An event that is not in the catalogue yet is added. The same press arriving twice lists once,
 * and returns what was listed.
 *
 * Refuses: `invalid-input`, with everything that is wrong; what `chooseEvent` refuses; `already-listed` when the form
 * has listed other tickets; `busy` when a row lock cannot be had in time.
 */
export async function createTickets(
  sellerId: UserId,
  { choice, ticket, places, requestKey }: CreateTicket,
): Promise<TicketId[]> {
  return inTransaction(
    async (tx) => {
      const ofTicket = ticket.success ? {} : fieldProblems(ticket.error);
      const problems = { ...places.problems, ...ofTicket };
      const event = await chooseEventOrRefuse(tx, choice, problems);
      if (!ticket.success || Object.keys(problems).length > 0)
        return refuse("invalid-input", { fields: problems, candidates: event.candidates });
      const offered = places.tickets.map((place) => ({
        eventId: event.id,
        ...ticket.data,
        ...place,
      }));
      return listOnce(tx, sellerId, offered, event.decidedAt, requestKey);
    },
    { repeatable: requestKey !== undefined }, // by its request key
  );
}

/**
 * The same for what makes one ticket, as most do.
 *
 * Refuses: what `createTickets` refuses.
 */
export async function createTicket(sellerId: UserId, input: CreateTicket): Promise<TicketId> {
  const [ticketId, another] = await createTickets(sellerId, input);
  if (!ticketId || another) throw new Error("It was one ticket that was to be listed.");
  return ticketId;
}

type Offered = z.output<typeof ticketInput> & { eventId: ChosenEvent["id"] };

/** Of two at once the second waits here until the first is there or given up: the unique constraint decides. */
async function listOnce(
  tx: Tx,
  sellerId: UserId,
  offered: Offered[],
  decidedAt: Date,
  requestKey: string | undefined,
): Promise<TicketId[]> {
  const keys = requestKey ? requestKeysOf(requestKey) : [];
  const rows = offered.map((each, index) => ({
    id: newId<"ticket">(),
    ...each,
    titleFolded: foldText(each.title),
    requestKey: keys[index],
  }));
  const added = await insertTickets(tx, sellerId, rows, decidedAt);
  if (added.length === 0) return listedBefore(tx, sellerId, offered, keys);
  if (added.length < rows.length) return refuse("already-listed"); // it has listed fewer before
  const happened = rows.map(({ id, eventId, price, currency }) => ({
    type: "TicketCreated" as const,
    facts: { ticketId: id, eventId, sellerId, price, currency },
  }));
  await recordDomainEvents(tx, decidedAt, happened);
  return rows.map(({ id }) => id);
}

type NewTicket = Offered & { id: TicketId; titleFolded: string; requestKey: string | undefined };

/** One statement, of the same text however many there are. Returns those that were not listed before by their keys. */
function insertTickets(tx: Tx, sellerId: UserId, rows: NewTicket[], at: Date) {
  const moment = at.toISOString();
  return tx.execute<{ id: TicketId }>(sql`
    insert into ${tickets} (id, user_id, event_id, title, title_folded, price, currency, section, "row", seat, admits,
      request_key, created_at, updated_at)
    select id, ${sellerId}, "eventId", title, "titleFolded", price, currency, section, "row", seat, admits,
      "requestKey", ${moment}::timestamptz, ${moment}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as rows (id uuid, "eventId" uuid, title text,
      "titleFolded" text, price int, currency text, section text, "row" text, seat text, admits int, "requestKey" uuid)
    on conflict (user_id, request_key) do nothing
    returning id`);
}

/** A press that arrives again says what it said; a form that says something else now is not to be lost. */
async function listedBefore(
  tx: Tx,
  sellerId: UserId,
  offered: Offered[],
  keys: string[],
): Promise<TicketId[]> {
  const listed = await listListed(tx, sellerId, keys);
  const isSame = (each: Offered, index: number) => {
    const said = Object.keys(each) as (keyof Offered)[]; // a literal's own keys
    return said.every((name) => listed[index]?.[name] === each[name]);
  };
  if (listed.length !== offered.length || !offered.every(isSame)) refuse("already-listed");
  return listed.map(({ id }) => id);
}

/** Whatever is refused about the event is said together with the other problems. */
async function chooseEventOrRefuse(
  tx: Tx,
  choice: EventChoice,
  problems: Record<string, string>,
): Promise<ChosenEvent> {
  try {
    return await chooseEvent(tx, choice);
  } catch (error) {
    if (!(error instanceof Refusal) || Object.keys(problems).length === 0) throw error;
    const { code, details } = error.reason;
    if (code === "similar-events")
      return refuse(code, { ...details, fields: { ...details.fields, ...problems } });
    if (code === "invalid-input")
      return refuse(code, { ...details, fields: { ...details.fields, ...problems } });
    const fields = { eventId: refusalSentence(error.reason), ...problems };
    return refuse("invalid-input", { fields });
  }
}
