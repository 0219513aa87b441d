"use client";

import { useState } from "react";
import { Form, fieldOf } from "#app/_form/form.tsx";
import { TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createTicketAction } from "./actions.ts";
import { NewEventFields, type NewEventChoices } from "./new-event-fields.tsx";

type SellFormProps = NewEventChoices & { eventLabels: string[]; chosen: string };

export function SellForm({ eventLabels, chosen, ...choices }: SellFormProps) {
  const [typed, setTyped] = useState(chosen);
  const isKnown = eventLabels.includes(typed);
  return (
    <Form action={createTicketAction}>
      {(state) => (
        <>
          <TextField
            label="Event"
            hint="Type its name and choose it from the list. If it is not there, describe it below."
            list="events"
            autoComplete="off"
            maxLength={300}
            required
            {...fieldOf(state, "event", chosen)}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <datalist id="events">
            {eventLabels.map((label) => (
              <option key={label} value={label} />
            ))}
          </datalist>
          {!isKnown && <NewEventFields state={state} wanted={typed.length > 2} {...choices} />}
          <TicketFormFields state={state} />
          <SubmitButton wide pendingLabel="Listing your ticket…">
            List ticket
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
