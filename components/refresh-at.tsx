"use client";

import { useEffect } from "react";
import { useRefresh } from "./use-refresh.ts";
import { useRemainingTime } from "./use-remaining-time.ts";

/** Give it the reading as its key: a page that still names the time once it has come asks again. */
type RefreshAtProps = { at: Date; /** When that was read, by the same clock. */ readAt: Date };

/** Fetches the page anew once a time that it names has come, by a clock that a wrong one of the computer does not move. */
export function RefreshAt({ at, readAt }: RefreshAtProps) {
  const measuredAt = readAt.getTime();
  const due = useRemainingTime(Math.max(0, at.getTime() - measuredAt), measuredAt) === 0;
  const refresh = useRefresh();
  useEffect(() => {
    if (!due) return;
    // Everybody who waits for a ticket has this page open: they do not ask all at once.
    const timer = setTimeout(refresh, 250 + Math.random() * 1500);
    return () => clearTimeout(timer);
  }, [due, refresh]);
  return null;
}
