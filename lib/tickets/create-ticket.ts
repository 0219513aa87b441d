import { eq } from "drizzle-orm";
import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction, type Tx } from "#db/transaction.ts";
import { createEvent } from "#lib/events/create-event.ts";
import { newEventInput } from "#lib/events/event-fields.ts";
import { findEventByLabel } from "#lib/events/find-event.ts";
import { type EventId, newId, type TicketId, type UserId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { requiredLine } from "#kernel/text-fields.ts";
import { recordDomainEvent } from "#lib/domain-events/record-domain-event.ts";
import { readPrice, ticketFields } from "./ticket-fields.ts";

/** `event` is one from the catalogue, by its label, or the name of a new one that the other fields describe. */
export const createTicketInput = z
  .object({
    event: requiredLine(300, "The event", "Choose the event, or name a new one."),
    category: z.string().optional(),
    venue: z.string().optional(),
    city: z.string().optional(),
    country: z.string().optional(),
    timeZone: z.string().optional(),
    startsAt: z.string().optional(),
    ...ticketFields,
  })
  .transform(readPrice);
type CreateTicket = z.output<typeof createTicketInput>;

/**
 * Offers a ticket for sale, for an event that has not begun. An event that is not in the catalogue yet is added.
 *
 * Refuses: `invalid-input` when what was typed fits no event and describes none, or one that has begun;
 * `event-not-found`; `busy` when a row lock cannot be had in time.
 */
export async function createTicket(sellerId: UserId, input: CreateTicket): Promise<TicketId> {
  return inTransaction(async (tx) => {
    const eventId = await eventOf(tx, input);
    const decidedAt = await readClock(tx);
    await requireUpcoming(tx, eventId, decidedAt);
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

async function eventOf(tx: Tx, input: CreateTicket): Promise<EventId> {
  const known = await findEventByLabel(tx, input.event);
  if (known) return known;
  const described = newEventInput.safeParse({ ...input, title: input.event });
  if (described.success) return createEvent(tx, described.data);
  return refuse("invalid-input", { fields: eventProblems(described.error) });
}

function eventProblems(error: z.ZodError): Record<string, string> {
  const problems = error.issues.map((issue) => [String(issue.path[0]), issue.message]);
  const { title, ...others } = Object.fromEntries(problems) as Record<string, string>; // made of pairs of strings
  return { event: title ?? "This event is not in the list yet. Describe it below.", ...others };
}

async function requireUpcoming(tx: Tx, eventId: EventId, at: Date): Promise<void> {
  const [event] = await tx.select().from(events).where(eq(events.id, eventId));
  if (!event) return refuse("event-not-found");
  if (event.startsAt > at && !event.cancelledAt) return;
  refuse("invalid-input", {
    fields: { startsAt: "This event has already begun. Choose a later one." },
  });
}
