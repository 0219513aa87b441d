/**
 * Moments of the market (a lock's end, a payment), as people read them: in their own time zone, which is named. Where
 * it is not known, in an email or before a script runs, in UTC, which is named too. Dates of events are another
 * thing: they are told by the clocks at the venue.
 */

const formats = {
  /** "13:08 UTC": of something that is minutes away. */
  clock: { hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  /** "25 November 2026 at 13:08 UTC". */
  receipt: {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
  },
  /** "25 Nov 2026, 13:08:05": of something that happened, in a list that names the zone once. */
  history: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type MomentFormat = keyof typeof formats;

export const zoneWithoutReader = "UTC";

export function momentInWords(
  at: Date,
  format: MomentFormat,
  timeZone: string = zoneWithoutReader,
): string {
  return new Intl.DateTimeFormat("en-GB", { ...formats[format], timeZone }).format(at);
}

/** A sentence that tells a moment in UTC, as refusals do, told by the clocks of `timeZone`. */
export function retellMoment(sentence: string, at: Date, timeZone: string): string {
  return sentence.replace(momentInWords(at, "clock"), momentInWords(at, "clock", timeZone));
}
