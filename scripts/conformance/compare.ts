import type { Answer } from "./ask-stripe.ts";
import { normalise } from "./normalise.ts";

/** One field that the two sides do not answer alike. `absent` is a field that is not there. */
export type Difference = { step: string; field: string; sandbox: unknown; stripe: unknown };

export const absent = Symbol("absent");

/** Field by field, after what may differ was taken out. A step that one side never answered is a difference of its own. */
export function compareAnswers(sandbox: Answer[], stripe: Answer[]): Difference[] {
  const steps = [...new Set([...sandbox, ...stripe].map(({ step }) => step))];
  return steps.flatMap((step) => {
    const ours = sandbox.find((answer) => answer.step === step);
    const theirs = stripe.find((answer) => answer.step === step);
    return compareValues(
      step,
      "",
      ours ? comparable(ours) : absent,
      theirs ? comparable(theirs) : absent,
    );
  });
}

/** How many fields of an answer are compared. */
export function countFields(answer: Answer): number {
  return leaves(comparable(answer));
}

function comparable({ status, headers, body }: Answer): unknown {
  return { status, headers: normalise(headers), body: normalise(body) };
}

function compareValues(
  step: string,
  field: string,
  sandbox: unknown,
  stripe: unknown,
): Difference[] {
  if (isHash(sandbox) && isHash(stripe)) {
    const names = [...new Set([...Object.keys(sandbox), ...Object.keys(stripe)])];
    return names.flatMap((name) =>
      compareValues(
        step,
        field === "" ? name : `${field}.${name}`,
        fieldOf(sandbox, name),
        fieldOf(stripe, name),
      ),
    );
  }
  return Object.is(sandbox, stripe) ? [] : [{ step, field, sandbox, stripe }];
}

/** Lists too: their positions are their names. */
function isHash(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function fieldOf(hash: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(hash, name) ? hash[name] : absent;
}

function leaves(value: unknown): number {
  if (!isHash(value)) return 1;
  return Object.values(value).reduce<number>((sum, inner) => sum + leaves(inner), 0);
}
