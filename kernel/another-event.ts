import type { EventId } from "./ids.ts";

/** An event that may be the one a seller means. */
export type EventCandidate = { id: EventId; label: string };

/** The answer that the event a seller describes is none of those it looks like. */
export const anotherEvent = "another";
