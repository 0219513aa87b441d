"use client";

import { Form } from "#app/_form/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { undoEmailChangeAction } from "./actions.ts";

export function UndoForm({ token }: { token: string }) {
  return (
    <Form action={undoEmailChangeAction}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <SubmitButton wide variant="danger" pendingLabel="Taking it back…">
            Take my address back
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
