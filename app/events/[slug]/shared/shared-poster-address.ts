import { createHash } from "node:crypto";
import { edition } from "#components/posters/art-address.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import { eventPath } from "../event-address.ts";

/** Grows when the layout around the art changes, as `edition` does with the art. */
const layout = 1;

export type SharedEvent = Pick<
  FoundEvent,
  "slug" | "title" | "category" | "venue" | "city" | "startsAt" | "timeZone"
>;

/** Where the picture is that other sites show beside a link to an event. What it shows decides the address. */
export function sharedPosterAddress(event: SharedEvent): string {
  return `${eventPath(event)}/shared/${sharedPosterName(event)}`;
}

/** The last part of that address. */
export function sharedPosterName(event: SharedEvent): string {
  const { title, category, venue, city, startsAt, timeZone } = event;
  const shown = [layout, edition, title, category, venue, city, startsAt.getTime(), timeZone];
  const digest = createHash("sha256").update(JSON.stringify(shown)).digest("hex");
  return `${digest.slice(0, 16)}.png`;
}
