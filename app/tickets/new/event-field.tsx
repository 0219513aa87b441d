"use client";

import { useRef } from "react";
import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { Button } from "#components/ui/button.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { ChosenEvent } from "./chosen-event.tsx";
import { EventCombobox } from "./event-combobox.tsx";
import type { EventToSell } from "./event-to-sell.ts";
import { useKeptChoice } from "./use-kept-choice.ts";

type EventFieldProps = {
  state: ShownFormState;
  chosen: EventToSell | null;
  onChoose: (event: EventToSell | null) => void;
  /** To describe one that the catalogue lacks. */
  onNew: () => void;
};

/**
 * The event by its name: found in the catalogue as it is typed, or the name of a new one. Without JavaScript a button
 * finds it, and the answer asks which it is.
 */
export function EventField({ state, chosen, onChoose, onNew }: EventFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const hasScript = useReadersTimeZone() !== null;
  const { error, ...field } = fieldOf(state, "event", chosen?.title);
  const ofChoice = state.status === "refused" ? state.fields["eventId"] : undefined;
  useKeptChoice(state, chosen, onChoose);
  return (
    <div className="flex flex-col gap-3">
      <input type="hidden" name="eventId" value={chosen?.id ?? ""} />
      <EventCombobox
        input={input}
        field={{ ...field, error: error ?? ofChoice }}
        onType={() => chosen && onChoose(null)}
        onChoose={(event) => {
          if (input.current) input.current.value = event.title;
          onChoose(event);
        }}
        onNone={onNew}
      />
      {chosen && <ChosenEvent event={chosen} />}
      {!hasScript && <FindButton />}
    </div>
  );
}

/** Enter lists, as it does where there are scripts: the first button of a form is what Enter presses. */
function FindButton() {
  return (
    <div className="without-script">
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <Button type="submit" variant="quiet" name="find" value="event">
        Find it
      </Button>
    </div>
  );
}
