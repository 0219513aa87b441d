import { and, asc, eq, gt, isNull } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db, lookingDb } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import type { Tx } from "#db/transaction.ts";
import type { EventId } from "#kernel/ids.ts";
import { eventLabel } from "./event-label.ts";

export async function findEventBySlug(slug: string) {
  const [event] = await db().select().from(events).where(eq(events.slug, slug));
  return event ?? null;
}

/** The events that have yet to begin, soonest first. */
export async function listUpcomingEvents(limit = 200) {
  return lookingDb()
    .select()
    .from(events)
    .where(and(gt(events.startsAt, databaseClock), isNull(events.cancelledAt)))
    .orderBy(asc(events.startsAt))
    .limit(limit);
}

/** The upcoming event that a seller chose or typed, if exactly one fits. */
export async function findEventByLabel(tx: Tx, text: string): Promise<EventId | null> {
  const [title = ""] = text.split(" · ");
  const candidates = await tx
    .select()
    .from(events)
    .where(
      and(
        eq(events.title, title.trim()),
        gt(events.startsAt, databaseClock),
        isNull(events.cancelledAt),
      ),
    )
    .limit(50);
  const exact = candidates.filter((event) => eventLabel(event) === text);
  const fitting = exact.length > 0 ? exact : text === title ? candidates : [];
  return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
}
