"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import { PasswordField } from "#app/_parts/account-fields.tsx";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { askAgainAction, openLinkAction, typeCodeAction } from "./actions.ts";

type AskedProps = { asked: string; next: string };

export function CodeForm({ asked, next }: AskedProps) {
  return (
    <Form action={typeCodeAction}>
      {(state) => (
        <>
          <input type="hidden" name="asked" value={asked} />
          <input type="hidden" name="next" value={next} />
          <TextField
            label="Code"
            hint="The six digits in the email."
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            {...fieldOf(state, "code")}
          />
          <SubmitButton wide pendingLabel="Confirming…">
            Confirm
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

export function AskAgainForm({ asked, next }: AskedProps) {
  return (
    <Form action={askAgainAction}>
      {() => (
        <>
          <input type="hidden" name="asked" value={asked} />
          <input type="hidden" name="next" value={next} />
          <SubmitButton variant="quiet" pendingLabel="Sending…">
            Send another email
          </SubmitButton>
        </>
      )}
    </Form>
  );
}

type LinkFormProps = { token: string; asksForPassword: boolean };

/** A button, because programs open the links of an email too: what opens by itself confirms nothing. */
export function LinkForm({ token, asksForPassword }: LinkFormProps) {
  return (
    <Form action={openLinkAction}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          {asksForPassword && (
            <PasswordField
              state={state}
              hint="The one you chose for this account. It shows that it was you who asked."
            />
          )}
          <SubmitButton wide pendingLabel="Confirming…">
            Confirm my email address
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
