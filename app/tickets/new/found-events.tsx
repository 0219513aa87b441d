import type { FoundEvent } from "#app/api/sellable-events/route.ts";
import { formatEventDate } from "#components/event-dates.ts";

type FoundEventsProps = {
  id: string;
  events: FoundEvent[];
  /** The place of the one the keyboard is on; the last is that it is none of them. */
  active: number;
  onChoose: (event: FoundEvent | undefined) => void;
};

/** There before anything is found, because the field names it. */
export function FoundEvents({ id, events, active, onChoose }: FoundEventsProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Suggestions"
      hidden={events.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 divide-y divide-line rounded-md border border-edge bg-card"
    >
      {events.map((event, index) => (
        <Option
          key={event.id}
          id={`${id}-${index}`}
          active={index === active}
          onChoose={() => onChoose(event)}
        >
          <bdi className="block font-medium wrap-anywhere">{event.title}</bdi>
          <WhenAndWhere {...event} />
        </Option>
      ))}
      <Option
        id={`${id}-${events.length}`}
        active={active === events.length}
        onChoose={() => onChoose(undefined)}
      >
        <span className="block font-medium">None of these</span>
        <span className="block text-sm text-soft">Describe it below as a new one</span>
      </Option>
    </div>
  );
}

type OptionProps = {
  id: string;
  active: boolean;
  onChoose: () => void;
  children: React.ReactNode;
};

/** The keyboard chooses in the field, which names the option it is on. */
function Option({ id, active, onChoose, children }: OptionProps) {
  return (
    <button
      type="button"
      id={id}
      role="option"
      aria-selected={active}
      tabIndex={-1}
      onMouseDown={(press) => press.preventDefault()} // the field keeps the focus
      onClick={onChoose}
      className={`block min-h-11 w-full cursor-pointer px-3 py-2 text-start hover:bg-sunk ${active ? "bg-sunk outline-2 -outline-offset-2 outline-ink" : ""}`}
    >
      {children}
    </button>
  );
}

function WhenAndWhere({ startsAt, timeZone, venue, city }: FoundEvent) {
  const at = new Date(startsAt);
  return (
    <span className="flex flex-wrap gap-x-3 text-sm text-soft">
      <span className="tabular">
        {formatEventDate(at, timeZone, "short")}, {formatEventDate(at, timeZone, "time")}
      </span>
      <span className="min-w-0 wrap-anywhere">
        <bdi>{venue}</bdi>, <bdi>{city}</bdi>
      </span>
    </span>
  );
}
