import type { RefusalCode } from "#kernel/refusals.ts";
import type { FailureCode } from "./failure.ts";

export type Choice = { value: string; label: string };

/** What a form knows after it was sent. `values` are what was typed, so that nothing is lost. */
export type FormState =
  | { status: "new" }
  | {
      status: "done";
      /** What was made and is shown this once. */
      made?: string;
    }
  | {
      status: "refused";
      code: RefusalCode | FailureCode;
      /** `changed`: what was asked for has changed meanwhile, and nobody did anything wrong. */
      tone: "refusal" | "changed";
      message: string;
      /** The moment that the message tells, in UTC because the server knows no other clock of the reader. */
      until?: Date | undefined;
      fields: Record<string, string>;
      /** What the refusal asks to choose from. */
      choices: Choice[];
      values: Record<string, string>;
    };

export type FormAction = (before: FormState, form: FormData) => Promise<FormState>;
