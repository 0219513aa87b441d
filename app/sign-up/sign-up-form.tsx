"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { NewPasswordField } from "#app/_parts/account-fields.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signUpAction } from "./actions.ts";

export function SignUpForm({ next }: { next: string }) {
  return (
    <Form action={signUpAction}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField label="Name" autoComplete="name" required {...fieldOf(state, "name")} />
          <TextField
            label="Email"
            type="email"
            autoComplete="email"
            required
            {...fieldOf(state, "email")}
          />
          <NewPasswordField state={state} />
          <SubmitButton wide pendingLabel="Creating your account…">
            Create account
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
