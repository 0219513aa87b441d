"use client";

import {
  type MomentFormat,
  momentInWords,
  retellMoment,
  zoneWithoutReader,
} from "#kernel/moments.ts";
import { timeZoneName } from "./event-dates.ts";
import { useReadersTimeZone } from "./use-readers-time-zone.ts";

type MomentProps = { at: Date; format?: MomentFormat };

/** A moment of the market by the reader's own clock; in UTC, and saying so, until a script runs. */
export function Moment({ at, format = "clock" }: MomentProps) {
  const timeZone = useReadersTimeZone() ?? zoneWithoutReader;
  return (
    // Node and a browser may punctuate a date differently; what the browser says is shown in any case.
    <time
      dateTime={at.toISOString()}
      className={format === "receipt" ? "tabular" : "tabular whitespace-nowrap"}
      suppressHydrationWarning
    >
      {momentInWords(at, format, timeZone)}
    </time>
  );
}

/** A sentence in which a moment is told in UTC, told by the reader's own clock. */
export function SentenceWithMoment({ sentence, at }: { sentence: string; at: Date | undefined }) {
  const timeZone = useReadersTimeZone();
  return at && timeZone ? retellMoment(sentence, at, timeZone) : sentence;
}

/** Whose clock a list of moments is told by: "Central European Summer Time". */
export function ZoneOfMoments({ at }: { at: Date }) {
  return timeZoneName(at, useReadersTimeZone() ?? zoneWithoutReader);
}
