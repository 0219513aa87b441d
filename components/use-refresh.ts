"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { untilReachable } from "./until-reachable.ts";

/**
 * Fetches the page's data anew as soon as the app can be reached. When a laptop wakes before its network does, the
 * router alone would leave for the browser's own "no connection" page.
 */
export function useRefresh(): () => void {
  const router = useRouter();
  const waiting = useRef<AbortController | null>(null);
  useEffect(() => () => waiting.current?.abort(), []);
  return useCallback(() => {
    if (waiting.current) return;
    const controller = new AbortController();
    waiting.current = controller;
    void untilReachable(controller.signal).then(() => {
      waiting.current = null;
      if (!controller.signal.aborted) router.refresh();
    });
  }, [router]);
}
