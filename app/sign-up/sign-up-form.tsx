"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
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
          <TextField
            label="Password"
            type="password"
            autoComplete="new-password"
            hint="At least 8 characters. A few words in a row are easy to remember and hard to guess."
            minLength={8}
            required
            {...fieldOf(state, "password")}
          />
          <SubmitButton wide pendingLabel="Creating your account…">
            Create account
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
