import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { lookingDb } from "#db/client.ts";
import { databaseClock } from "#db/clock.ts";
import { events } from "#db/schema/events.ts";
import { environment } from "#kernel/environment.ts";
import type { EventId, UserId } from "#kernel/ids.ts";
import { eventState, upcomingEvent } from "#lib/events/event-state.ts";
import { keysetPage } from "./keyset-page.ts";
import type { ListQuery, Representation } from "./representations.ts";

/** The clock read once, so that an index is used. */
const now = sql`(select clock_timestamp())`;

/**
 * Upcoming events, soonest first, as anybody sees them.
 *
 * Refuses: what `keysetPage` refuses.
 */
export async function listEventsOfApi(
  _reader: UserId,
  query: ListQuery,
): Promise<Representation<"EventPage">> {
  const order = {
    path: "/api/v1/events",
    moment: events.startsAt,
    id: events.id,
    newestFirst: false,
  };
  return keysetPage(
    query,
    order,
    ({ within, order, limit }) =>
      selectEvents()
        .where(and(within, upcomingEvent(now)))
        .orderBy(...order)
        .limit(limit),
    { placeOf: ({ event }) => ({ at: event.startsAt, id: event.id }), itemOf: eventOfApi },
  );
}

/** One event, also when it is over; null when there is none. */
export async function findEventOfApi(
  _reader: UserId,
  id: EventId,
): Promise<Representation<"Event"> | null> {
  const [row] = await selectEvents().where(eq(events.id, id));
  return row ? eventOfApi(row) : null;
}

function selectEvents() {
  return lookingDb()
    .select({ event: getTableColumns(events), at: databaseClock })
    .from(events)
    .$dynamic();
}

function eventOfApi({
  event,
  at,
}: Awaited<ReturnType<typeof selectEvents>>[number]): Representation<"Event"> {
  const { id, slug, title, category, venue, city, country, timeZone, startsAt } = event;
  return {
    id,
    url: `${environment().APP_URL}/events/${slug}`,
    title,
    category,
    venue,
    city,
    country,
    timeZone,
    startsAt: startsAt.toISOString(),
    state: eventState(event, at),
  };
}
