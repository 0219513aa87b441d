"use client";

import Link from "next/link";
import { useEffect, useRef, useState } from "react";
import { aboutText, announcement, clockText, urgentUnder } from "./countdown-arithmetic.ts";
import { CountdownMarks } from "./countdown-marks.tsx";
import { useRefresh } from "./use-refresh.ts";
import { useRemainingTime } from "./use-remaining-time.ts";

export type CountdownProps = {
  /** Measured by the server while it rendered. */
  remainingMs: number;
  /** How long the hold lasts in all. */
  totalMs: number;
  /**
   * When the server measured, on the server's clock. It identifies the measurement, so that a page kept by the router goes
   * on counting where it was.
   */
  measuredAt?: number;
  /** Where to go when the time is up; the page's data is fetched anew in any case. */
  onElapsedHref?: string;
};

export function Countdown({ remainingMs, totalMs, measuredAt, onElapsedHref }: CountdownProps) {
  const left = useRemainingTime(remainingMs, measuredAt);
  const [hidden, setHidden] = useState(false);
  useRefreshWhenOver(left, remainingMs, `${measuredAt} ${remainingMs}`);

  const over = (left ?? remainingMs) <= 0;
  const urgent = left !== null && left < urgentUnder;
  return (
    <div className="flex flex-col gap-2">
      <div className="flex items-baseline justify-between gap-4">
        <p className={`text-sm font-medium ${over ? "text-soft" : "text-held"}`}>
          {over ? "No longer held" : "Held for you"}
        </p>
        {!over && (
          <button
            type="button"
            className="text-link needs-script -my-3 min-h-11 cursor-pointer text-sm"
            onClick={() => setHidden(!hidden)}
          >
            {hidden ? "Show the clock" : "Hide the clock"}
          </button>
        )}
      </div>
      <div
        role="timer"
        aria-label="Time left to pay"
        className={`tabular flex min-h-18 items-center font-display leading-none tracking-tight ${urgent ? "font-extrabold" : "font-medium"}`}
      >
        <ClockFace left={left} remainingMs={remainingMs} hidden={hidden} />
      </div>
      <CountdownMarks remainingMs={left ?? remainingMs} totalMs={totalMs} hidden={hidden} />
      {over && onElapsedHref && (
        <Link href={onElapsedHref} className="text-link inline-flex min-h-11 items-center">
          See the ticket again
        </Link>
      )}
      <Announcer left={left} />
    </div>
  );
}

function ClockFace(props: { left: number | null; remainingMs: number; hidden: boolean }) {
  const { left, remainingMs, hidden } = props;
  if ((left ?? remainingMs) <= 0) return <span className="text-4xl">Time is up</span>;
  if (left === null) return <span className="text-3xl">{aboutText(remainingMs)}</span>;
  if (hidden) return <span className="font-sans text-base font-normal">{hiddenText(left)}</span>;
  return <span className="text-7xl">{clockText(left)}</span>;
}

function hiddenText(left: number): string {
  return left < urgentUnder
    ? "Less than two minutes left."
    : "The clock is hidden. When two minutes are left, it says so here.";
}

/** Speaks a few times in a quarter of an hour. */
function Announcer({ left }: { left: number | null }) {
  const before = useRef<number | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (left === null) return;
    const said = before.current === null ? null : announcement(before.current, left);
    before.current = left;
    if (said) setWords(said);
  }, [left]);
  return (
    <p aria-live="polite" className="sr-only">
      {words}
    </p>
  );
}

/** Refreshes once for each measurement that had time left: one that arrives at zero would refresh for ever. */
function useRefreshWhenOver(left: number | null, remainingMs: number, measurement: string): void {
  const refresh = useRefresh();
  const refreshed = useRef<string | null>(null);
  useEffect(() => {
    if (left === null || left > 0 || remainingMs <= 0 || refreshed.current === measurement) return;
    refreshed.current = measurement;
    refresh();
  }, [left, remainingMs, measurement, refresh]);
}
