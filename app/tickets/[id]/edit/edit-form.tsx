"use client";

import { Form } from "#app/_form/form.tsx";
import { type TicketFieldValues, TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { updateTicketAction } from "./actions.ts";

type EditFormProps = { ticketId: string; version: number; values: TicketFieldValues };

export function EditForm({ ticketId, version, values }: EditFormProps) {
  return (
    <Form action={updateTicketAction}>
      {(state) => (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="version" value={version} />
          <TicketFormFields state={state} values={values} />
          <SubmitButton wide pendingLabel="Saving…">
            Save changes
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
