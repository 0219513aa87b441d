import type { EventCandidate } from "#kernel/another-event.ts";
import type { EventId } from "#kernel/ids.ts";
import { eventLabel } from "./event-label.ts";

/** An event as a form asks about it. */
export function asCandidate(
  event: Parameters<typeof eventLabel>[0] & { id: EventId },
): EventCandidate {
  return { id: event.id, label: eventLabel(event) };
}
