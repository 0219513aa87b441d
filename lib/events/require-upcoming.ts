import type { EventId } from "#kernel/ids.ts";
import { refuse } from "#kernel/refusal.ts";
import { eventState } from "./event-state.ts";

type Event = { id: EventId; startsAt: Date; cancelledAt: Date | null };

/**
 * Makes sure that tickets for an event may still be offered at `at`.
 *
 * Refuses: `event-called-off`; `event-over` once it has begun.
 */
export function requireUpcoming(event: Event, at: Date): void {
  const state = eventState(event, at);
  if (state === "called-off") refuse("event-called-off", { eventId: event.id });
  if (state === "begun") refuse("event-over", { eventId: event.id });
}
