import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { TextField, type TextFieldProps } from "#components/ui/field.tsx";

type OfState = { state: ShownFormState };

const newPasswordHint =
  "At least 8 characters. A few words in a row are easy to remember and hard to guess.";

/** The email address of an account that there is. */
export function AccountEmailField({ state }: OfState) {
  return (
    <TextField
      label="Email"
      type="email"
      autoComplete="username webauthn"
      required
      {...fieldOf(state, "email")}
    />
  );
}

/** The password of an account that there is. Of several on a page each is told apart by its id. */
export function PasswordField({
  state,
  name = "password",
  ...own
}: OfState & Partial<Pick<TextFieldProps, "name" | "id" | "hint" | "label">>) {
  return (
    <TextField
      label="Password"
      type="password"
      autoComplete="current-password"
      required
      {...own}
      {...fieldOf(state, name)}
    />
  );
}

export function NewPasswordField({ state, label = "Password" }: OfState & { label?: string }) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      hint={newPasswordHint}
      minLength={8}
      maxLength={128}
      required
      {...fieldOf(state, "password")}
    />
  );
}
