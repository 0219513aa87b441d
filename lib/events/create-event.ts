import { and, eq } from "drizzle-orm";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import { type EventId, newId } from "#kernel/ids.ts";
import type { NewEvent } from "./event-fields.ts";
import { eventSlug } from "./event-slug.ts";
import { foldTitle } from "./fold-title.ts";

const { title, venue, city, country, startsAt } = events;

/** Adds an event to the catalogue, or finds it there: the same title, place and start is the same event. */
export async function createEvent(tx: Tx, event: NewEvent): Promise<EventId> {
  const id = newId<"event">();
  const slug = eventSlug(event.title, event.startsAt, id);
  const made = await tx
    .insert(events)
    .values({ id, slug, foldedTitle: foldTitle(event.title), ...event })
    .onConflictDoNothing({ target: [title, venue, city, country, startsAt] })
    .returning({ id: events.id });
  if (made[0]) return made[0].id;
  const samePlace = [eq(venue, event.venue), eq(city, event.city), eq(country, event.country)];
  const [found] = await tx
    .select({ id: events.id })
    .from(events)
    .where(and(eq(title, event.title), ...samePlace, eq(startsAt, event.startsAt)));
  if (!found) throw new Error("The event conflicts with one that cannot be found.");
  return found.id;
}
