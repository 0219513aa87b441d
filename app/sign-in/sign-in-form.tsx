"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { signInAction } from "./actions.ts";

export function SignInForm({ next }: { next: string }) {
  return (
    <Form action={signInAction}>
      {(state) => (
        <>
          <input type="hidden" name="next" value={next} />
          <TextField
            label="Email"
            type="email"
            autoComplete="username"
            required
            {...fieldOf(state, "email")}
          />
          <TextField
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            {...fieldOf(state, "password")}
          />
          <SubmitButton wide pendingLabel="Signing you in…">
            Sign in
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
