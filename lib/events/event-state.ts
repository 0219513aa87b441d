import { type SQL, sql } from "drizzle-orm";
import { events } from "#db/schema/events.ts";

export const eventStates = ["upcoming", "begun", "called-off"] as const;
export type EventState = (typeof eventStates)[number];

/** An event's state at a moment of the database's clock. Called off and begun are two facts, and called off is told first. */
export function eventState(
  { startsAt, cancelledAt }: { startsAt: Date; cancelledAt: Date | null },
  at: Date,
): EventState {
  if (cancelledAt) return "called-off";
  return startsAt <= at ? "begun" : "upcoming";
}

/** The SQL twin of `eventState(…) === "upcoming"`, by the database's clock unless another moment is given. */
export function upcomingEvent(at: SQL = sql`clock_timestamp()`): SQL {
  return sql`(${events.cancelledAt} is null and ${events.startsAt} > ${at})`;
}
