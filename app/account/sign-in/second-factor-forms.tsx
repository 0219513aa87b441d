"use client";

import { Form } from "#app/_form/form.tsx";
import type { FormAction } from "#app/_form/form-state.ts";
import { CodeField } from "#app/_passkeys/proof-fields.tsx";
import { AskOnce } from "#components/ui/ask-once.tsx";
import type { ButtonVariant } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import {
  beginSetUpAction,
  confirmSetUpAction,
  keepRecoveryCodesAction,
  makeRecoveryCodesAction,
  turnOffAction,
} from "./actions.ts";

export function BeginSetUpForm() {
  return (
    <PressForm action={beginSetUpAction} pendingLabel="Making a key…">
      Set up an app
    </PressForm>
  );
}

export function ConfirmSetUpForm() {
  return (
    <Form action={confirmSetUpAction}>
      {(state) => (
        <>
          <CodeField state={state} onlyApp />
          <SubmitButton pendingLabel="Checking…">Turn it on</SubmitButton>
        </>
      )}
    </Form>
  );
}

export function StopSetUpForm() {
  return (
    <PressForm action={turnOffAction} variant="link" pendingLabel="Stopping…">
      Do not set it up
    </PressForm>
  );
}

export function MakeRecoveryCodesForm() {
  return (
    <PressForm action={makeRecoveryCodesAction} pendingLabel="Making codes…">
      Make new recovery codes
    </PressForm>
  );
}

export function KeepRecoveryCodesForm() {
  return (
    <>
      <p>Write these down. Those from before are good until you press the button.</p>
      <PressForm action={keepRecoveryCodesAction} pendingLabel="Changing…">
        I have them: use these codes
      </PressForm>
    </>
  );
}

export function TurnOffForm() {
  return (
    <Form action={turnOffAction}>
      {() => (
        <div>
          <AskOnce
            label="Turn it off"
            question="Turn the authenticator app off?"
            yes="Yes, turn it off"
            pendingLabel="Turning it off…"
            no="Keep it on"
          >
            Your password alone signs in from then on, and the recovery codes are worthless.
          </AskOnce>
        </div>
      )}
    </Form>
  );
}

type PressFormProps = {
  action: FormAction;
  children: string;
  pendingLabel: string;
  variant?: ButtonVariant;
};

function PressForm({ action, children, pendingLabel, variant = "quiet" }: PressFormProps) {
  return (
    <Form action={action}>
      {() => (
        <div>
          <SubmitButton variant={variant} pendingLabel={pendingLabel}>
            {children}
          </SubmitButton>
        </div>
      )}
    </Form>
  );
}
