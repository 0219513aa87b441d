"use client";

import { Form, fieldOf } from "#app/_form/form.tsx";
import type { FormAction } from "#app/_form/form-state.ts";
import { TextField } from "#components/ui/field.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type ActFormProps = {
  action: FormAction;
  /** What it is done to, as hidden fields. */
  fields?: Record<string, string>;
  /** On the page, what tells it from others. */
  id: string;
  /** Opens the form: "Replay". */
  label: string;
  /** What it does, for whoever is about to. */
  says: string;
  yes: string;
  done: string;
};

/** Something an operator does: folded away until it is asked for, and never without saying why. */
export function ActForm({ action, fields = {}, id, label, says, yes, done }: ActFormProps) {
  return (
    <details>
      <summary className="text-link min-h-11 cursor-pointer py-2 font-medium">{label}</summary>
      <Form action={action} onDone={done} className="mt-2 flex max-w-lg flex-col gap-4">
        {(state) => (
          <>
            <p className="text-soft">{says}</p>
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <TextField label="Why" required {...fieldOf(state, "why")} id={`why-${id}`} />
            <SubmitButton variant="danger" pendingLabel="Working…">
              {yes}
            </SubmitButton>
          </>
        )}
      </Form>
    </details>
  );
}
