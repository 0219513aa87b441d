import { formatEventDate } from "./event-dates.ts";

export type DateBlockProps = { at: Date; timeZone: string };

/** Weekday, big day, month: read aloud as one full date. */
export function DateBlock({ at, timeZone }: DateBlockProps) {
  return (
    <time
      dateTime={at.toISOString()}
      className="flex w-16 shrink-0 flex-col items-center text-center font-display leading-none"
    >
      <span className="sr-only">{formatEventDate(at, timeZone, "full")}</span>
      <span aria-hidden="true" className="text-sm font-semibold text-soft">
        {formatEventDate(at, timeZone, "weekday")}
      </span>
      <span
        aria-hidden="true"
        className="condensed tabular mt-1 text-[3.5rem] leading-[0.9] font-extrabold tracking-tight"
      >
        {formatEventDate(at, timeZone, "day")}
      </span>
      <span aria-hidden="true" className="mt-2 text-sm font-semibold">
        {formatEventDate(at, timeZone, "month")}{" "}
        <span className="condensed tabular font-medium text-soft">
          {formatEventDate(at, timeZone, "year")}
        </span>
      </span>
    </time>
  );
}
