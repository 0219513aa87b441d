"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Form, type ShownFormState } from "#app/_form/form.tsx";
import { textsOf } from "#app/_form/kept-form.ts";
import type { TicketFieldValues } from "#app/tickets/ticket-field-values.ts";
import { TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { categories } from "#kernel/categories.ts";
import { createTicketAction } from "./actions.ts";
import { EventField } from "./event-field.tsx";
import type { EventToSell } from "./event-to-sell.ts";
import { NewEventFields, type NewEventChoices } from "./new-event-fields.tsx";
import { StubPreview } from "./stub-preview.tsx";
import type { Place } from "#lib/events/event-fields.ts";
import { useAnswers } from "#components/use-answers.ts";
import { WhichEvent } from "./which-event.tsx";

type SellFormProps = NewEventChoices & {
  /** The event that the seller came from. */
  cameFrom: EventToSell | null;
  /** What another ticket of theirs says, to begin with. */
  values: TicketFieldValues;
  requestKey: string;
};

type Typed = Partial<Record<string, string>>;

export function SellForm(props: SellFormProps) {
  const [typed, setTyped] = useState<Typed>(props.values);
  const [chosen, setChosen] = useState(props.cameFrom);
  const { answers: places, ask: askPlaces } = useAnswers<Place>("/api/places?city=");
  const around = useRef<HTMLDivElement>(null);
  const read = useCallback(() => setTyped((before) => typedIn(around.current) ?? before), []);
  return (
    <div
      ref={around}
      className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]"
      onInput={read}
    >
      <Form action={createTicketAction}>
        {(state) => (
          <Fields
            {...props}
            state={state}
            typed={typed}
            chosen={chosen}
            onChoose={setChosen}
            places={places ?? []}
            onCity={askPlaces}
            onAnswer={read}
          />
        )}
      </Form>
      <StubPreview
        typed={typed}
        chosen={chosen}
        countries={props.countries}
        places={places ?? []}
      />
    </div>
  );
}

function typedIn(around: HTMLElement | null): Typed | null {
  const form = around?.querySelector("form");
  return form ? Object.fromEntries(textsOf(new FormData(form))) : null;
}

type FieldsProps = SellFormProps & {
  state: ShownFormState;
  typed: Typed;
  chosen: EventToSell | null;
  onChoose: (event: EventToSell | null) => void;
  places: readonly Place[];
  onCity: (city: string) => void;
  /** Fields may hold something else since; at first, what was typed before scripts ran. */
  onAnswer: () => void;
};

function Fields({ state, typed, chosen, onChoose, onAnswer, ...props }: FieldsProps) {
  const { values, requestKey, ...choices } = props;
  const hasScript = useReadersTimeZone() !== null;
  useEffect(onAnswer, [state, chosen, onAnswer]);
  const described = categories.find((name) => name === typed["category"]);
  return (
    <>
      <input type="hidden" name="requestKey" value={keySent(state) ?? requestKey} />
      <EventField state={state} chosen={chosen} onChoose={onChoose} onNew={focusNewEvent} />
      {state.status === "refused" && !(hasScript && chosen) && (
        <WhichEvent candidates={state.choices} answer={state.values["answer"]} />
      )}
      <NewEventFields
        state={state}
        isChosen={chosen !== null}
        isNamed={Boolean(typed["event"]?.trim())}
        {...choices}
      />
      <TicketFormFields
        state={state}
        values={values}
        category={chosen?.category ?? described}
        several
      />
      <SubmitButton wide pendingLabel="Listing…">
        List ticket
      </SubmitButton>
    </>
  );
}

/** Shown a moment from now, if it is not yet. */
function focusNewEvent(): void {
  requestAnimationFrame(() => document.getElementById("field-category")?.focus());
}

/**
 * The key of a press that was refused, or whose answer was lost, is kept: pressing again is the same press. Once the form
 * has listed a ticket, the next press is for another.
 */
function keySent(state: ShownFormState): string | undefined {
  if (state.status !== "refused" || state.code === "already-listed") return undefined;
  return state.values["requestKey"];
}
