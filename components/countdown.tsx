"use client";

import Link from "next/link";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { aboutText, announcement, clockText, urgentUnder } from "./countdown-arithmetic.ts";
import { CountdownMarks } from "./countdown-marks.tsx";
import { clockChoice, clockCookie } from "./clock-choice.ts";
import { remember } from "./remember.ts";
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
  /** What was chosen on an earlier page. */
  hiddenAtFirst?: boolean;
};

export function Countdown({ remainingMs, totalMs, measuredAt, ...rest }: CountdownProps) {
  const { onElapsedHref, hiddenAtFirst = false } = rest;
  const left = useRemainingTime(remainingMs, measuredAt);
  const [hidden, setHidden] = useState(hiddenAtFirst);
  const hide = (wanted: boolean) => {
    setHidden(wanted);
    remember(clockCookie, clockChoice(wanted));
  };
  useRefreshWhenOver(left, remainingMs, `${measuredAt} ${remainingMs}`);

  const over = (left ?? remainingMs) <= 0;
  const urgent = left !== null && left < urgentUnder;
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 lg:grid-cols-[1fr_auto] lg:gap-y-2">
      <p className={`text-sm font-medium ${over ? "text-soft" : "text-held"}`}>
        {over ? "No longer held" : "Time left"}
      </p>
      <div
        role="timer"
        aria-label="Time left to pay"
        className={`tabular flex min-h-11 items-center font-display leading-none tracking-tight lg:col-span-full lg:row-start-2 lg:min-h-18 ${urgent ? "font-extrabold" : "font-medium"}`}
      >
        <ClockFace left={left} remainingMs={remainingMs} hidden={hidden} />
      </div>
      {!over && (
        <button
          type="button"
          className="text-link needs-script col-start-3 row-start-1 min-h-11 cursor-pointer text-sm lg:col-start-2 lg:-my-3"
          onClick={() => hide(!hidden)}
        >
          {hidden ? "Show the clock" : "Hide the clock"}
        </button>
      )}
      <div className={`col-span-full ${hidden ? "max-lg:hidden" : ""}`}>
        <CountdownMarks remainingMs={left ?? remainingMs} totalMs={totalMs} hidden={hidden} />
      </div>
      {over && onElapsedHref && (
        <Link
          href={onElapsedHref}
          className="text-link col-span-full inline-flex min-h-11 items-center"
        >
          See the ticket again
        </Link>
      )}
      <Announcer left={left} />
    </div>
  );
}

function ClockFace(props: { left: number | null; remainingMs: number; hidden: boolean }) {
  const { left, remainingMs, hidden } = props;
  if ((left ?? remainingMs) <= 0) return <span className="text-2xl lg:text-4xl">Time is up</span>;
  const about = <span className="text-lg lg:text-3xl">{aboutText(remainingMs)}</span>;
  if (hidden)
    return <HiddenFace left={left ?? remainingMs} withoutScript={left === null && about} />;
  return left === null ? about : <span className="text-3xl lg:text-7xl">{clockText(left)}</span>;
}

/** Also in the server's HTML, so that a clock that was hidden does not flash up. Only a script can show it again. */
function HiddenFace({ left, withoutScript }: { left: number; withoutScript: ReactNode }) {
  return (
    <>
      <span className="needs-script font-sans text-sm leading-tight font-normal lg:text-base">
        {hiddenText(left)}
      </span>
      {withoutScript && <span className="without-script">{withoutScript}</span>}
    </>
  );
}

function hiddenText(left: number): string {
  return left < urgentUnder
    ? "Less than two minutes left."
    : "The clock is hidden until two minutes are left.";
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
