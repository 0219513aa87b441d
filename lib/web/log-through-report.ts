import { report } from "#kernel/report.ts";

/** Next tells of an error of a request twice: printed, and to `onRequestError`, which knows more of it. */
const reported = new WeakSet<Error>();

/** Tells of an error once, with where it happened. */
export function reportOnce(message: string, error: unknown, facts: Record<string, unknown>): void {
  if (error instanceof Error) reported.add(error);
  report("error", message, { ...facts, error });
}

/**
 * In production Next prints what fails in pages and actions with `console.error`, as it is, with all that an error
 * carries. From here on such lines go through `report`, which knows what a log may hold.
 */
export function logThroughReport(): void {
  if (process.env.NODE_ENV !== "production") return;
  console.error = (...said: unknown[]) => {
    // Later than `onRequestError`, whichever of the two Next calls first.
    setImmediate(() => {
      if (said.some((part) => part instanceof Error && reported.has(part))) return;
      report("error", "the web app said", shown(said));
    });
  };
  console.warn = (...said: unknown[]) => report("warning", "the web app said", shown(said));
}

function shown(said: unknown[]): Record<string, unknown> {
  const error = said.find((part) => part instanceof Error);
  const text = said.filter((part) => typeof part === "string").join(" ");
  return { ...(text && { text }), ...(error && { error }) };
}
