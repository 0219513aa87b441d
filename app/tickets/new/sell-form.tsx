"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import type { Choice } from "#app/_form/form-state.ts";
import { TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createTicketAction } from "./actions.ts";
import { NewEventFields, type NewEventChoices } from "./new-event-fields.tsx";
import { WhichEvent } from "./which-event.tsx";

type SellFormProps = NewEventChoices & {
  /** Upcoming events by their ids. */
  events: Choice[];
  /** The id of the one the seller came from. */
  chosen: string;
};

export function SellForm({ events, chosen, ...choices }: SellFormProps) {
  return (
    <Form action={createTicketAction}>
      {(state) => (
        <>
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
          <TicketFormFields state={state} />
          <SubmitButton wide pendingLabel="Listing your ticket…">
            List ticket
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
