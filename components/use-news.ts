"use client";

import { useEffect, useRef } from "react";
import { followNews } from "./follow-news.ts";

/**
 * Calls `onNews` with whatever an address tells while the page is in view. `since` is when the page was right, in
 * milliseconds: what happened after it is told at first.
 */
export function useNews<News>(address: string, since: number, onNews: (news: News) => void): void {
  const latest = useRef({ since, onNews });
  useEffect(() => {
    latest.current = { since, onNews };
  });
  useEffect(
    // The address is one of ours, and tells what its route's type says.
    () => followNews(address, latest.current.since, (news) => latest.current.onNews(news as News)),
    [address],
  );
}
