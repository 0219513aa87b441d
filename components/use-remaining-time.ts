"use client";

import { useEffect, useState } from "react";
import { remaining, untilNextSecond, type Reading } from "./countdown-arithmetic.ts";

// Counting starts when this browser first saw a measurement. A component that mounts again with data the router had kept
// goes on from there.
const firstSeen = new Map<number, Reading>();

/** The time left now; null in the server's HTML, until effects run. */
export function useRemainingTime(remainingMs: number, measuredAt?: number): number | null {
  const [left, setLeft] = useState<number | null>(null);

  useEffect(() => {
    const start = startOf(measuredAt);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const now = remaining(remainingMs, start, readClocks());
      setLeft(now);
      if (now > 0) timer = setTimeout(look, untilNextSecond(now));
    };
    look();
    // Timers pause in a sleeping tab: count anew when it wakes.
    document.addEventListener("visibilitychange", look);
    window.addEventListener("pageshow", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      window.removeEventListener("pageshow", look);
    };
  }, [remainingMs, measuredAt]);

  return left;
}

function startOf(measuredAt: number | undefined): Reading {
  const known = measuredAt === undefined ? undefined : firstSeen.get(measuredAt);
  const start = known ?? readClocks();
  if (measuredAt !== undefined) firstSeen.set(measuredAt, start);
  return start;
}

function readClocks(): Reading {
  return { steady: performance.now(), wall: Date.now() };
}
