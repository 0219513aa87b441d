"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { untilReachable } from "./until-reachable.ts";

/**
 * Fetches the page's data anew, as soon as we can be reached. The router alone would leave the page for the
 * browser's own "no connection" when a laptop wakes before its network does.
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
