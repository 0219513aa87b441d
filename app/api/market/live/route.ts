import { answerFollower, notFound } from "#app/_market-news/answer-follower.ts";
import { printsNow } from "#app/_market-news/print-news.ts";
import { type EventId, parseId } from "#kernel/ids.ts";

/** More than a page of prints has. */
const mostEvents = 60;

export const dynamic = "force-dynamic";

/** News of the events on a page of prints (`PrintNews`): `?events=` and their ids, with commas between. */
export async function GET(request: Request) {
  const ids = readIds(new URL(request.url).searchParams.get("events") ?? "");
  if (ids.length === 0) return notFound();
  return answerFollower(request, { kind: "print", ids, read: () => printsNow(ids) });
}

function readIds(text: string): EventId[] {
  const named = text.split(",", mostEvents).flatMap((id) => parseId<"event">(id) ?? []);
  return [...new Set(named)];
}
