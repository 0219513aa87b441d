"use client";

import { Form } from "#app/_form/form.tsx";
import { AccountEmailField, PasswordField } from "#app/_parts/account-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInAction } from "./actions.ts";

export function SignInForm({ next }: { next: string }) {
  return (
    <Form action={signInAction}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <AccountEmailField state={state} />
          <PasswordField state={state} />
          <SubmitButton wide pendingLabel="Signing you in…">
            Sign in
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
