import { fieldOf, type ShownFormState } from "#app/_form/form.tsx";
import { TextField } from "#components/ui/field.tsx";

type NewPasswordFieldProps = { state: ShownFormState; label?: string };

export function NewPasswordField({ state, label = "Password" }: NewPasswordFieldProps) {
  return (
    <TextField
      label={label}
      type="password"
      autoComplete="new-password"
      hint="At least 8 characters. A few words in a row are easy to remember and hard to guess."
      minLength={8}
      maxLength={128}
      required
      {...fieldOf(state, "password")}
    />
  );
}
