"use client";

import { useEffect, useRef, useState } from "react";
import type { TicketNews } from "#app/_market-news/ticket-news.ts";
import { useNews } from "#components/use-news.ts";
import { useRefresh } from "#components/use-refresh.ts";

type FollowTicketProps = {
  ticketId: string;
  /** What the page shows, as `markOf` says it, and when that was read, in milliseconds. */
  mark: string;
  readAt: number;
  /** How the ticket stands for the reader, in words: said when it has changed. */
  standing: string;
};

/** Fetches the page of a ticket anew as soon as the ticket is no longer as it says, and says so once. */
export function FollowTicket({ ticketId, mark, readAt, standing }: FollowTicketProps) {
  const [first] = useState(mark);
  const refresh = useRefresh();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useNews<TicketNews>(`/api/tickets/${ticketId}/live`, readAt, (news) => {
    clearTimeout(timer.current);
    // Of many who have this page open, not all ask at once.
    if (news.mark !== mark) timer.current = setTimeout(refresh, Math.random() * news.spread);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <p role="status" className="sr-only">
      {mark === first ? "" : standing}
    </p>
  );
}
