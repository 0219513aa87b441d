"use client";

import { Form } from "#app/_form/form.tsx";
import { CodeField } from "#app/_passkeys/proof-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { passSecondFactorAction } from "../actions.ts";

export function SecondFactorForm({ next }: { next: string }) {
  return (
    <Form action={passSecondFactorAction}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <CodeField state={state} />
          <SubmitButton wide pendingLabel="Signing you in…">
            Sign in
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
