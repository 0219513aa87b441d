import { DateBlock } from "#components/date-block.tsx";
import { formatEventDate } from "#components/event-dates.ts";
import { Written } from "#components/written.tsx";
import { categoryNames } from "#kernel/categories.ts";
import type { EventToSell } from "./event-to-sell.ts";

/** The event that is chosen, so that its date and place can be checked. To take it back, its name is changed. */
export function ChosenEvent({ event }: { event: EventToSell }) {
  const { category, startsAt, timeZone, venue, city } = event;
  return (
    <div className="flex gap-4 border-y border-line py-4">
      <DateBlock at={startsAt} timeZone={timeZone} />
      <div className="flex min-w-0 flex-col justify-center border-l border-line pl-4">
        <p className="text-sm text-soft">{categoryNames[category]}</p>
        <p className="font-medium wrap-anywhere">
          <Written>{venue}</Written>, <Written>{city}</Written>
        </p>
        <p className="tabular text-sm">{formatEventDate(startsAt, timeZone, "time")}</p>
        <p className="needs-script mt-1 text-sm text-soft">Not this one? Type another name.</p>
      </div>
    </div>
  );
}
