"use client";

import type { ReactNode } from "react";
import { Form, type ShownFormState } from "#app/_form/form.tsx";
import type { TicketFieldValues } from "#app/tickets/ticket-field-values.ts";
import { TicketFormFields } from "#app/tickets/ticket-form-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Category } from "#kernel/categories.ts";
import { updateTicketAction } from "./actions.ts";

type EditFormProps = {
  ticketId: string;
  version: number;
  values: TicketFieldValues;
  category: Category;
  /** Why nothing can be saved now. */
  blockedBy: ReactNode;
};

/** What was typed stays while somebody pays, and can be saved when it turns out that they do not. */
export function EditForm({ ticketId, version, values, category, blockedBy }: EditFormProps) {
  return (
    <Form action={updateTicketAction}>
      {(state) => (
        <>
          <input type="hidden" name="ticketId" value={ticketId} />
          <input type="hidden" name="version" value={versionSeen(state) ?? version} />
          {blockedBy && <Notice tone="information">{blockedBy}</Notice>}
          <TicketFormFields state={state} values={values} category={category} />
          {blockedBy ? (
            <Button wide disabled>
              Save changes
            </Button>
          ) : (
            <SubmitButton wide pendingLabel="Saving…">
              Save changes
            </SubmitButton>
          )}
        </>
      )}
    </Form>
  );
}

/** After a change in another window, until the page is opened anew: pressing again does not write over that change. */
function versionSeen(state: ShownFormState): string | undefined {
  if (state.status !== "refused" || state.code !== "changed-elsewhere") return undefined;
  return state.values["version"];
}
