"use client";

import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import type { FoundEvent } from "#app/api/sellable-events/route.ts";
import { TextField } from "#components/ui/field.tsx";
import type { EventToSell } from "./event-to-sell.ts";
import { FoundEvents } from "./found-events.tsx";
import { useAnswers } from "./use-answers.ts";

type EventComboboxProps = {
  input: RefObject<HTMLInputElement | null>;
  field: { name: string; defaultValue: string; error: string | undefined };
  /** Something else is typed: what was chosen is not meant any more. */
  onType: () => void;
  onChoose: (event: EventToSell) => void;
  /** It is none of those found. */
  onNone: () => void;
};

/** A field with the events below it that somebody may mean: a combobox as the ARIA practices have it. */
export function EventCombobox({ input, field, onType, onChoose, onNone }: EventComboboxProps) {
  const listId = useId();
  const { answers, ask, close } = useAnswers<FoundEvent>("/api/sellable-events?q=");
  const [active, setActive] = useState(-1);
  const events = answers ?? [];
  const isOpen = events.length > 0;

  const choose = (event: FoundEvent | undefined) => {
    close();
    setActive(-1);
    if (event) onChoose({ ...event, startsAt: new Date(event.startsAt) });
    else onNone();
  };
  const onKeyDown = (press: KeyboardEvent) => {
    if (press.nativeEvent.isComposing || !isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
    const places = events.length + 2; // the field itself, and that it is none of them
    if (step) setActive((before) => ((before + 1 + step + places) % places) - 1);
    else if (press.key === "Enter" && active >= 0) choose(events[active]);
    else if (press.key === "Enter" || press.key === "Escape") close();
    else return;
    press.preventDefault(); // Enter sends no form whose list is open
  };
  return (
    <div
      className="relative"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <TextField
        ref={input}
        label="Event"
        hint="Type its name, or where it is. What we know already is found as you type."
        maxLength={120}
        required
        autoComplete="off"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-activedescendant={isOpen && active >= 0 ? `${listId}-${active}` : undefined}
        onKeyDown={onKeyDown}
        onChange={({ currentTarget }) => {
          setActive(-1);
          onType();
          ask(currentTarget.value);
        }}
        {...field}
      />
      <FoundEvents id={listId} events={events} active={active} onChoose={choose} />
      <HowMany found={answers?.length ?? null} />
    </div>
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
