import { z } from "zod";
import { readClock } from "#db/clock.ts";
import { sentTogether } from "#db/sent-together.ts";
import type { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { anotherEvent, type EventCandidate } from "#kernel/another-event.ts";
import { fieldProblems } from "#kernel/field-problems.ts";
import type { EventId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { wantedWords, wordsToFind } from "#kernel/words-to-find.ts";
import { createEvent } from "#lib/events/create-event.ts";
import { type NewEvent, newEventInput } from "#lib/events/event-fields.ts";
import { asCandidate } from "#lib/events/as-candidate.ts";
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
 * The event a seller means, which was to come at `decidedAt` by the database's clock. `candidates` are what they were
 * asked to choose from, to be asked again if something else is wrong.
 */
export type ChosenEvent = { id: EventId; decidedAt: Date; candidates?: EventCandidate[] };

/**
 * The event a seller means: the one chosen, or else the one described, which is added to the catalogue if it is new.
 * What was typed is never taken for an event that exists unless the seller says so.
 *
 * Refuses: `invalid-input` when nothing fits, another is described than is chosen, or what is described is incomplete
 * or has begun; `similar-events` when what is described may be in the catalogue; what `requireUpcoming` refuses of one
 * chosen.
 */
export async function chooseEvent(tx: Tx, choice: EventChoice): Promise<ChosenEvent> {
  const { answer, eventId } = choice;
  if (answer === anotherEvent || (answer === "" && eventId === ""))
    return describedEvent(tx, choice);
  const { event, decidedAt } = await requireNamed(tx, answer || eventId);
  if (answer !== "") return { id: event.id, decidedAt, candidates: [asCandidate(event)] };
  if (describesAnother(choice, event)) refuseBoth(event);
  return { id: event.id, decidedAt };
}

async function requireNamed(tx: Tx, name: string) {
  const found = await findNamedEvent(tx, name);
  if (!found)
    return refuseFields({
      eventId: "There is no such event any more. Choose another, or describe yours below.",
    });
  requireUpcoming(found.event, found.at);
  return { event: found.event, decidedAt: found.at };
}

/** Category, country and time zone say nothing of it: the form fills them in by itself. */
function isDescribed({ event, venue, city, startsAt }: EventChoice): boolean {
  return [event, venue, city, startsAt].some((text) => text !== "");
}

/** The name beside a choice is what the event was found by, unless it names something else. */
function describesAnother(choice: EventChoice, { title, venue, city }: Event): boolean {
  if (isDescribed({ ...choice, event: "" })) return true;
  const words = wordsToFind([title, venue, city]);
  return wantedWords(choice.event).some((wanted) => !words.some((word) => word.startsWith(wanted)));
}

function refuseBoth(chosen: Event): never {
  const eventId = "You have chosen one event and described another. Say below which one it is.";
  return refuse("invalid-input", { fields: { eventId }, candidates: [asCandidate(chosen)] });
}

async function describedEvent(tx: Tx, choice: EventChoice): Promise<ChosenEvent> {
  if (!isDescribed(choice))
    return refuseFields({ eventId: "Choose the event, or describe it below." });
  const { now, places } = await sentTogether({
    now: readClock(tx),
    places: choice.timeZone ? Promise.resolve([]) : listPlaces(choice.city, tx),
  });
  const described = newEventInput(now, places);
  const parsed = described.safeParse({ ...choice, title: choice.event });
  if (!parsed.success) return refuseIncomplete(tx, choice, parsed.error);
  const similar = await listSimilarEvents(tx, parsed.data);
  const same = similar.find((event) => isSame(event, parsed.data));
  if (same) return { id: same.id, decidedAt: await readClock(tx) };
  const asked = choice.answer === anotherEvent ? choice.asked.split(" ") : [];
  const others = similar.map((event) => event.id);
  if (!others.every((id) => asked.includes(id))) ask(similar);
  const id = await createEvent(tx, parsed.data, others);
  const decidedAt = await requireDescribed(tx, id, parsed.data, asked);
  return { id, decidedAt, candidates: similar.map(asCandidate) };
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
): Promise<Date> {
  const found = await findNamedEvent(tx, id);
  if (!found) throw new Error(`Event ${id} vanished while it was being added.`);
  const { event, at } = found;
  requireUpcoming(event, at);
  if (isSame(event, described)) return at;
  if (!asked.includes(id)) ask([event]);
  return refuseFields({
    event:
      "An event of exactly this name, place and start is listed already, in another category or time zone. Choose it above, or write in the name what sets yours apart.",
  });
}

function ask(events: Event[]): never {
  return refuse("similar-events", { candidates: events.map(asCandidate), fields: {} });
}

function refuseFields(fields: Record<string, string>): never {
  return refuse("invalid-input", { fields });
}
