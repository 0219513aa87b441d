"use client";

import { Form } from "#app/_form/form.tsx";
import { AccountEmailField } from "#app/_parts/account-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { forgotPasswordAction } from "./actions.ts";

export function ForgotPasswordForm() {
  return (
    <Form
      action={forgotPasswordAction}
      onDone="A message is on its way to this address. The link in it is good for an hour."
    >
      {(state) => (
        <>
          <AccountEmailField state={state} />
          <SubmitButton wide pendingLabel="Sending…">
            Send the link
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
