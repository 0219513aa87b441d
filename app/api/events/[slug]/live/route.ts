import { answerFollower, notFound, rightUntil } from "#app/_market-news/answer-follower.ts";
import { eventSince } from "#app/_market-news/event-news.ts";
import { findEventBySlug } from "#lib/events/find-event.ts";

export const dynamic = "force-dynamic";

/** News of an event's tickets (`EventNews`): what has changed since the page was right, and what changes. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const event = await findEventBySlug((await params).slug);
  if (!event) return notFound();
  const since = rightUntil(request);
  const read = () => eventSince(event.id, since);
  return answerFollower(request, { kind: "event", ids: [event.id], read });
}
