"use client";

import { useState } from "react";
import { Form, fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { textsOf } from "#app/_form/kept-form.ts";
import type { Choice } from "#app/_form/form-state.ts";
import { type TicketFieldValues, TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createTicketAction } from "./actions.ts";
import { NewEventFields, type NewEventChoices } from "./new-event-fields.tsx";
import type { StubEvent } from "#app/_parts/stub-facts.ts";
import { StubPreview } from "./stub-preview.tsx";
import { WhichEvent } from "./which-event.tsx";

type SellFormProps = NewEventChoices & {
  /** Upcoming events by their ids. */
  events: (Choice & StubEvent)[];
  /** The id of the one the seller came from. */
  chosen: string;
  /** What another ticket of theirs says, to begin with. */
  values: TicketFieldValues;
  requestKey: string;
};

type Typed = Partial<Record<string, string>>;

export function SellForm(props: SellFormProps) {
  const { events, chosen, values, countries } = props;
  const [typed, setTyped] = useState<Typed>({ ...values, eventId: chosen });
  return (
    <div
      className="grid grid-cols-1 gap-12 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]"
      onInput={({ currentTarget }) => setTyped(typedIn(currentTarget) ?? typed)}
    >
      <Form action={createTicketAction}>{(state) => <Fields state={state} {...props} />}</Form>
      <StubPreview
        typed={typed}
        chosen={events.find(({ value }) => value === typed["eventId"])}
        countries={countries}
      />
    </div>
  );
}

function typedIn(around: HTMLElement): Typed | null {
  const form = around.querySelector("form");
  return form && Object.fromEntries(textsOf(new FormData(form)));
}

function Fields({
  state,
  events,
  chosen,
  values,
  requestKey,
  ...choices
}: SellFormProps & { state: ShownFormState }) {
  return (
    <>
      <input type="hidden" name="requestKey" value={keySent(state) ?? requestKey} />
      <SelectField
        label="What it is for"
        hint="If it is not in this list, describe it below."
        {...fieldOf(state, "eventId", chosen)}
      >
        <option value="">Choose an event, or describe it below</option>
        {events.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </SelectField>
      {state.status === "refused" && <WhichEvent candidates={state.choices} />}
      <NewEventFields state={state} wanted={chosen === ""} {...choices} />
      <TicketFormFields state={state} values={values} />
      <SubmitButton wide pendingLabel="Listing your ticket…">
        List ticket
      </SubmitButton>
    </>
  );
}

/**
 * The key of a press that was refused, or whose answer was lost, is kept: pressing again is the same press. Once the form
 * has listed a ticket, the next press is for another.
 */
function keySent(state: ShownFormState): string | undefined {
  if (state.status !== "refused" || state.code === "already-listed") return undefined;
  return state.values["requestKey"];
}
