"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
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
          <TextField
            label="Email"
            type="email"
            autoComplete="username"
            required
            {...fieldOf(state, "email")}
          />
          <SubmitButton wide pendingLabel="Sending…">
            Send the link
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
