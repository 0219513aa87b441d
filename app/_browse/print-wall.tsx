import type { MarketEvent } from "#lib/events/market/list-market-events.ts";
import { EventPrint } from "./event-print.tsx";

/** Prints side by side: two on a phone, four at a desk. */
export function PrintWall({
  events,
  headingLevel,
}: {
  events: MarketEvent[];
  headingLevel: 2 | 3;
}) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:grid-cols-3 sm:gap-x-6 lg:grid-cols-4 lg:gap-x-8 lg:gap-y-12">
      {events.map((event) => (
        <EventPrint key={event.id} event={event} headingLevel={headingLevel} />
      ))}
    </ul>
  );
}
