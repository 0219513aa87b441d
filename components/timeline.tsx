import { Moment, ZoneOfMoments } from "./moment.tsx";

export type TimelineEntry = { at: Date; title: string; text?: string };

export type TimelineProps = {
  entries: TimelineEntry[];
  /** What the list is of, for screen readers. */
  label?: string;
};

/** What happened, in order, to the second, by the reader's own clock. */
export function Timeline({ entries, label = "What happened" }: TimelineProps) {
  const latest = entries.at(-1);
  return (
    <div>
      <ol aria-label={label}>
        {entries.map((entry) => (
          <li
            key={`${entry.at.getTime()} ${entry.title}`}
            className="group grid grid-cols-[auto_1fr] gap-x-4 sm:grid-cols-[11rem_auto_1fr]"
          >
            <div className="col-start-2 text-sm leading-6 text-soft sm:col-start-1">
              <Moment at={entry.at} format="history" />
            </div>
            <span
              aria-hidden="true"
              className="relative col-start-1 row-span-2 row-start-1 w-3 before:absolute before:inset-x-[5px] before:top-3 before:-bottom-3 before:bg-edge after:absolute after:top-1.5 after:size-3 after:rounded-full after:border-2 after:border-ink after:bg-paper group-last:before:hidden group-last:after:bg-ink sm:col-start-2"
            />
            <div className="col-start-2 pb-6 sm:col-start-3">
              <p className="font-medium">{entry.title}</p>
              {entry.text && <p className="text-sm text-soft">{entry.text}</p>}
            </div>
          </li>
        ))}
      </ol>
      {latest && (
        <p className="text-sm text-soft">
          Times in <ZoneOfMoments at={latest.at} />.
        </p>
      )}
    </div>
  );
}
