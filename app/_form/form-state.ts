import type { RefusalCode } from "#kernel/refusals.ts";

export type Choice = { value: string; label: string };

/** What a form knows after it was sent. `values` are what was typed, so that nothing is lost. */
export type FormState =
  | { status: "new" }
  | { status: "done" }
  | {
      status: "refused";
      code: RefusalCode;
      message: string;
      fields: Record<string, string>;
      /** What the refusal asks to choose from. */
      choices: Choice[];
      values: Record<string, string>;
    };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
