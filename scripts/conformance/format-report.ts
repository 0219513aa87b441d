import type { Answer } from "./ask-stripe.ts";
import { absent, countFields, type Difference } from "./compare.ts";

/** What would be compared: each step, and how the sandbox answers it. */
export function formatAnswers(answers: Answer[]): string {
  return answers
    .map((answer) => {
      const code = codeOf(answer);
      return `  ${answer.step}: ${answer.status}${code}, ${countFields(answer)} fields`;
    })
    .join("\n");
}

/** Field by field, under the step it was found in. */
export function formatDifferences(differences: Difference[]): string {
  const steps = [...new Set(differences.map(({ step }) => step))];
  return steps
    .map((step) => {
      const fields = differences
        .filter((difference) => difference.step === step)
        .map(
          ({ field, sandbox, stripe }) =>
            `    ${field || "(answer)"}\n      sandbox  ${say(sandbox)}\n      Stripe   ${say(stripe)}`,
        );
      return [`  ${step}`, ...fields].join("\n");
    })
    .join("\n");
}

function codeOf({ body }: Answer): string {
  const { error } = body;
  if (typeof error !== "object" || error === null) return "";
  const { code, type } = error as { code?: unknown; type?: unknown }; // Stripe's envelope
  return ` ${String(code ?? type)}`;
}

function say(value: unknown): string {
  return value === absent ? "(not there)" : JSON.stringify(value);
}
