"use client";

import { Form } from "#app/_form/form.tsx";
import { NewPasswordField } from "#app/_parts/account-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { resetPasswordAction } from "./actions.ts";

type ResetPasswordFormProps = {
  token: string;
  /** For password managers, which keep a password by it. */
  email: string;
};

export function ResetPasswordForm({ token, email }: ResetPasswordFormProps) {
  return (
    <Form action={resetPasswordAction}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="email" name="email" value={email} autoComplete="username" readOnly hidden />
          <NewPasswordField state={state} label="New password" />
          <SubmitButton wide pendingLabel="Saving…">
            Set new password
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
