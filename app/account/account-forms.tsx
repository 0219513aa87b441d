"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { NewPasswordField } from "#app/_parts/account-fields.tsx";
import { ProofFields, type WaysToProve } from "#app/_passkeys/proof-fields.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import {
  changeEmailAction,
  changeNameAction,
  changePasswordAction,
  closeAccountAction,
  verifyEmailAction,
} from "./actions.ts";

type Proving = { ways: WaysToProve };

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

/** For an account from before addresses were confirmed at once. */
export function VerifyEmailForm() {
  return (
    <Form action={verifyEmailAction}>
      {() => <SubmitButton pendingLabel="Sending…">Confirm my email address</SubmitButton>}
    </Form>
  );
}

export function EmailForm({ ways }: Proving) {
  return (
    <Form action={changeEmailAction}>
      {(state) => (
        <>
          <TextField
            label="New email"
            type="email"
            autoComplete="email"
            required
            hint="It counts once you have confirmed it from there. Your present address is told."
            {...fieldOf(state, "email")}
          />
          <ProofFields state={state} of="email" ways={ways} />
          <SubmitButton variant="quiet" pendingLabel="Sending…">
            Change email
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

export function PasswordForm({ email, ways }: Proving & { email: string }) {
  return (
    <Form
      action={changePasswordAction}
      onDone="Your password is changed, and everywhere but here you are signed out."
    >
      {(state) => (
        <>
          <input type="email" value={email} autoComplete="username" readOnly hidden />
          <NewPasswordField state={state} label="New password" />
          <ProofFields state={state} of="password" ways={ways} />
          <SubmitButton variant="quiet" pendingLabel="Saving…">
            Change password
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

export function CloseAccountForm({ ways }: Proving) {
  return (
    <Form action={closeAccountAction}>
      {(state) => (
        <>
          <ProofFields state={state} of="closing" ways={ways} />
          <div>
            <AskOnce
              label="Close account"
              question="Close your account for good?"
              yes="Yes, close it"
              pendingLabel="Closing…"
              no="Keep it"
            >
              Your name and email address are erased, and you are signed out everywhere. This cannot
              be taken back.
            </AskOnce>
          </div>
        </>
      )}
    </Form>
  );
}
