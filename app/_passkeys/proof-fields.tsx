"use client";

import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { PasswordField } from "#app/_parts/account-fields.tsx";
import { TextField } from "#components/ui/field.tsx";
import { PasskeyButton } from "./passkey-button.tsx";

/** How an account lets its owner show that it is them. */
export type WaysToProve = { asksForCode: boolean; hasPasskeys: boolean };

/**
 * What somebody who is signed in is asked for before what a stolen session must not do. `of` tells the fields of
 * several forms on a page apart.
 */
export function ProofFields({
  state,
  of,
  ways,
}: {
  state: ShownFormState;
  of: string;
  ways: WaysToProve;
}) {
  return (
    <>
      <PasswordField
        state={state}
        name="currentPassword"
        label="Current password"
        id={`password-for-${of}`}
      />
      {ways.asksForCode && <CodeField state={state} id={`code-for-${of}`} />}
      {ways.hasPasskeys && (
        <div className="flex flex-col items-start gap-4">
          <PasskeyButton occasion="prove" variant="quiet">
            Use a passkey instead
          </PasskeyButton>
        </div>
      )}
    </>
  );
}

/** A code of an authenticator app, or a recovery code. */
export function CodeField({
  state,
  id,
  onlyApp,
}: {
  state: ShownFormState;
  id?: string;
  onlyApp?: boolean;
}) {
  return (
    <TextField
      label="Code"
      inputMode={onlyApp ? "numeric" : "text"}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      required
      {...(id && { id })}
      hint={
        onlyApp
          ? "The six digits that your app shows for Rowlock."
          : "The six digits that your authenticator app shows, or a recovery code."
      }
      {...fieldOf(state, "code")}
    />
  );
}
