"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { changeNameAction, signOutElsewhereAction } from "./actions.ts";

export function NameForm({ name }: { name: string }) {
  return (
    <Form action={changeNameAction} onDone="Your name is changed.">
      {(state) => (
        <>
          <TextField
            label="Name"
            autoComplete="name"
            required
            key={name}
            {...fieldOf(state, "name", name)}
          />
          <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function OtherSessionsForm() {
  return (
    <Form action={signOutElsewhereAction} onDone="You are signed out everywhere but here.">
      {() => (
        <>
          <p className="text-soft">
            Lost a phone, or used a computer that is not yours? This ends every session but this
            one, at once.
          </p>
          <SubmitButton variant="quiet" pendingLabel="Signing out…">
            Sign out everywhere else
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
