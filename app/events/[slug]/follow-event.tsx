"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import type { EventNews, LineNews, OfferNews } from "#app/_market-news/event-news.ts";
import { useNews } from "#components/use-news.ts";
import { useRefresh } from "#components/use-refresh.ts";

/** What has become of the event's tickets since the page was read. */
type Since = {
  readAt: number;
  offer: OfferNews | null;
  /** By the ticket's id: as they are now, and as they were before the latest news. */
  lines: ReadonlyMap<string, LineNews>;
  before: ReadonlyMap<string, LineNews>;
  latest: LineNews[];
};

const nothingSince = (readAt: number): Since => ({
  readAt,
  offer: null,
  lines: new Map(),
  before: new Map(),
  latest: [],
});

const Context = createContext<Since>(nothingSince(0));

type FollowEventProps = {
  slug: string;
  /** When the page was read, in milliseconds. */
  readAt: number;
  children: ReactNode;
};

/** Follows an event's tickets, for what is in it to show. A page that is read anew begins anew. */
export function FollowEvent({ slug, readAt, children }: FollowEventProps) {
  const [kept, setKept] = useState(() => nothingSince(readAt));
  const since = kept.readAt === readAt ? kept : nothingSince(readAt);
  const refresh = useRefresh();
  useNews<EventNews>(`/api/events/${encodeURIComponent(slug)}/live`, readAt, (news) => {
    if (news.tooMany) return refresh();
    const latest = news.lines.filter((line) => !isSame(line, since.lines.get(line.id)));
    if (latest.length === 0) return setKept({ ...since, offer: news.offer }); // told again
    const lines = new Map(since.lines);
    for (const line of latest) lines.set(line.id, line);
    setKept({ readAt, offer: news.offer, lines, before: since.lines, latest });
  });
  return <Context value={since}>{children}</Context>;
}

function isSame(line: LineNews, known: LineNews | undefined): boolean {
  return JSON.stringify(line) === JSON.stringify(known);
}

export function useSince(): Since {
  return useContext(Context);
}
