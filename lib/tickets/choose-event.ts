import { z } from "zod";
import { readClock } from "#db/clock.ts";
import type { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { anotherEvent } from "#kernel/another-event.ts";
import { fieldProblems } from "#kernel/field-problems.ts";
import type { EventId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { createEvent } from "#lib/events/create-event.ts";
import { type NewEvent, newEventInput } from "#lib/events/event-fields.ts";
import { eventLabel } from "#lib/events/event-label.ts";
import { findNamedEvent } from "#lib/events/find-event.ts";
import { listEventsTitled, listSimilarEvents } from "#lib/events/list-similar-events.ts";
import { listPlaces } from "#lib/events/list-places.ts";
import { requireUpcoming } from "#lib/events/require-upcoming.ts";

const typed = z.string().trim().prefault("");

/**
 * Either one event of the catalogue, by its id or slug, or a new one, described. `answer` is to the question whether
 * a described event is one of those it looks like: the id of that one, or `anotherEvent`; `asked` are the ids that
 * the question named.
 */
export const eventChoice = {
  eventId: typed,
  event: typed,
  category: typed,
  venue: typed,
  city: typed,
  country: typed,
  timeZone: typed,
  startsAt: typed,
  answer: typed,
  asked: typed,
};
export type EventChoice = z.output<z.ZodObject<typeof eventChoice>>;
type Event = typeof events.$inferSelect;

/**
 * The event a seller means: the one chosen, or else the one described, which is added to the catalogue if it is new.
 * What was typed is never taken for an event that exists unless the seller says so.
 *
 * Refuses: `invalid-input` when nothing fits, both are given, or what is described is incomplete or has begun;
 * `similar-events` when what is described may be in the catalogue; what `requireUpcoming` refuses of one chosen.
 */
export async function chooseEvent(tx: Tx, choice: EventChoice): Promise<EventId> {
  const answered = choice.answer !== "" && choice.answer !== anotherEvent;
  if (answered) return requireNamed(tx, choice.answer);
  if (!choice.eventId) return describedEvent(tx, choice);
  if (isDescribed(choice)) {
    const keepOne = "You have chosen an event and described another. Keep one of them:";
    return refuseFields({
      eventId: `${keepOne} to sell for the one you described, take back this choice.`,
      event: `${keepOne} to sell for the one you chose, clear its name, venue, city and start here.`,
    });
  }
  return requireNamed(tx, choice.eventId);
}

async function requireNamed(tx: Tx, name: string): Promise<EventId> {
  const event = await findNamedEvent(tx, name);
  if (!event)
    return refuseFields({
      eventId: "There is no such event any more. Choose another, or describe yours below.",
    });
  requireUpcoming(event, await readClock(tx));
  return event.id;
}

/** Category, country and time zone say nothing of it: the form fills them in by itself. */
function isDescribed({ event, venue, city, startsAt }: EventChoice): boolean {
  return [event, venue, city, startsAt].some((text) => text !== "");
}

async function describedEvent(tx: Tx, choice: EventChoice): Promise<EventId> {
  if (!isDescribed(choice))
    return refuseFields({ eventId: "Choose the event, or describe it below." });
  const places = choice.timeZone ? [] : await listPlaces(choice.city, tx);
  const described = newEventInput(await readClock(tx), places);
  const parsed = described.safeParse({ ...choice, title: choice.event });
  if (!parsed.success) return refuseIncomplete(tx, choice, parsed.error);
  const similar = await listSimilarEvents(tx, parsed.data);
  const same = similar.find((event) => isSame(event, parsed.data));
  if (same) return same.id;
  const asked = choice.answer === anotherEvent ? choice.asked.split(" ") : [];
  const others = similar.map((event) => event.id);
  if (!others.every((id) => asked.includes(id))) ask(similar);
  const id = await createEvent(tx, parsed.data, others);
  await requireDescribed(tx, id, parsed.data, asked);
  return id;
}

/** A name alone may be enough to find it by. */
async function refuseIncomplete(tx: Tx, choice: EventChoice, error: z.ZodError): Promise<never> {
  const nameOnly = !isDescribed({ ...choice, event: "" });
  const titled = nameOnly ? await listEventsTitled(tx, choice.event) : [];
  if (titled.length > 0) ask(titled);
  const { title, ...fields } = fieldProblems(error);
  return refuseFields(title ? { event: title, ...fields } : fields);
}

/** Nothing that was typed would be lost. */
function isSame(event: Event, described: NewEvent): boolean {
  const { startsAt, ...texts } = described;
  const names = Object.keys(texts) as (keyof typeof texts)[]; // a literal's own keys
  return (
    event.startsAt.getTime() === startsAt.getTime() &&
    names.every((name) => event[name] === texts[name])
  );
}

/** Somebody may have added one like it at the same moment, which differs in something else, or was called off. */
async function requireDescribed(
  tx: Tx,
  id: EventId,
  described: NewEvent,
  asked: string[],
): Promise<void> {
  const event = await findNamedEvent(tx, id);
  if (!event) throw new Error(`Event ${id} vanished while it was being added.`);
  requireUpcoming(event, await readClock(tx));
  if (isSame(event, described)) return;
  if (!asked.includes(id)) ask([event]);
  refuseFields({
    event:
      "An event of exactly this name, place and start is listed already, in another category or time zone. Choose it above, or write in the name what sets yours apart.",
  });
}

function ask(events: Event[]): never {
  const candidates = events.map((event) => ({ id: event.id, label: eventLabel(event) }));
  return refuse("similar-events", { candidates, fields: {} });
}

function refuseFields(fields: Record<string, string>): never {
  return refuse("invalid-input", { fields });
}
