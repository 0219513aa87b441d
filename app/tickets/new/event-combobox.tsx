"use client";

import type { RefObject } from "react";
import type { FoundEvent } from "#app/api/sellable-events/route.ts";
import { formatEventDate } from "#components/event-dates.ts";
import { type Choice, Combobox } from "#components/ui/combobox.tsx";
import { useAnswers } from "#components/use-answers.ts";
import type { EventToSell } from "./event-to-sell.ts";

type EventComboboxProps = {
  input: RefObject<HTMLInputElement | null>;
  field: { name: string; defaultValue: string; error: string | undefined };
  /** Something else is typed: what was chosen is not meant any more. */
  onType: () => void;
  onChoose: (event: EventToSell) => void;
  /** It is none of those found. */
  onNone: () => void;
};

/** The name of an event, with the events below it that somebody may mean. */
export function EventCombobox({ input, field, onType, onChoose, onNone }: EventComboboxProps) {
  const { answers, ask, close } = useAnswers<FoundEvent>("/api/sellable-events?q=");
  const events = answers ?? [];
  const found = events.map((event) => ({
    key: event.id,
    onChoose: () => onChoose({ ...event, startsAt: new Date(event.startsAt) }),
    children: (
      <>
        <bdi className="block font-medium wrap-anywhere">{event.title}</bdi>
        <WhenAndWhere {...event} />
      </>
    ),
  }));
  const none: Choice = {
    key: "none",
    onChoose: onNone,
    children: (
      <>
        <span className="block font-medium">None of these</span>
        <span className="block text-sm text-soft">Describe it below as a new one</span>
      </>
    ),
  };
  return (
    <Combobox
      {...field}
      ref={input}
      label="Event"
      hint="Type its name, or where it is: what we know already is found."
      maxLength={120}
      required
      onChange={onType}
      onAsk={ask}
      onClose={close}
      choices={events.length > 0 ? [...found, none] : []}
      status={<HowMany found={answers?.length ?? null} />}
    />
  );
}

/** Read aloud; shown where there is no list that shows it. */
function HowMany({ found }: { found: number | null }) {
  return (
    <p role="status" className={found ? "sr-only" : "text-sm text-soft"}>
      {found === 0 && "We know no such event yet. Describe it below."}
      {found ? `${found} found. Arrow down to choose one.` : ""}
    </p>
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
