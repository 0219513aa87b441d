"use client";

import { Form } from "#app/_form/form.tsx";
import { AccountEmailField, PasswordField } from "#app/_parts/account-fields.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { PasskeyButton } from "#app/_passkeys/passkey-button.tsx";
import { signInAction, signInByPasskeyAction } from "./actions.ts";

/** For whoever has a passkey; where the browser has none it is empty. */
export function PasskeyForm({ next }: { next: string }) {
  return (
    <Form action={signInByPasskeyAction} className="mt-6 flex flex-col gap-4 empty:hidden">
      {() => (
        <>
          <input type="hidden" name="next" value={next} />
          <PasskeyButton occasion="sign-in" variant="quiet" wide>
            Use a passkey
          </PasskeyButton>
        </>
      )}
    </Form>
  );
}

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
