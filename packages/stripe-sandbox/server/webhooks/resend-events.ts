import { resourceMissing } from "../api/api-error.ts";
import type { SandboxState } from "../state/sandbox-state.ts";
import { addDelivery } from "./queue-delivery.ts";
import { matchesType } from "./matches-type.ts";

export type Storm = { count: number; perSecond: number; types?: string[] };

export function resendEvent(state: SandboxState, eventId: string, nowMs: number): void {
  if (!state.events[eventId]) throw resourceMissing("event", eventId);
  addDelivery(state, { event: eventId, dueMs: nowMs });
}

/** Queues `count` deliveries, cycling through the newest thousand events. */
export function stormEvents(state: SandboxState, storm: Storm, nowMs: number): number {
  const events = Object.values(state.events)
    .filter((event) => matchesType(storm.types, event.type))
    .slice(-1000);
  for (let sent = 0; sent < storm.count; sent += 1) {
    const event = events[sent % events.length];
    if (!event) return 0;
    addDelivery(state, {
      event: event.id,
      dueMs: nowMs + Math.floor((sent * 1000) / storm.perSecond),
    });
  }
  return storm.count;
}
