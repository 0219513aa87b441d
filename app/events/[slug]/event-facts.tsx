import { formatEventDate, timeZoneName } from "#components/event-dates.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import { eventPath } from "./event-address.ts";
import { Place } from "./place.tsx";

/** When and where, and a way to keep it. */
export function EventFacts({ event }: { event: FoundEvent }) {
  const { startsAt, timeZone } = event;
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p>
        <time
          dateTime={startsAt.toISOString()}
          className="block text-lg leading-6 font-semibold sm:text-xl"
        >
          {formatEventDate(startsAt, timeZone, "date")}
        </time>
        <span className="tabular text-soft">
          {formatEventDate(startsAt, timeZone, "time")} ({timeZoneName(startsAt, timeZone)})
        </span>
      </p>
      <Place at={event} />
      {event.state === "upcoming" && (
        <a
          href={`${eventPath(event)}/calendar.ics`}
          className="text-link inline-flex print:hidden min-h-11 items-center self-start font-medium"
        >
          Add to calendar
        </a>
      )}
    </div>
  );
}
