import type { z } from "zod";

/** What is wrong with each field, the first of each, by the field's name. */
export function fieldProblems(error: z.ZodError): Record<string, string> {
  const problems = error.issues.map(
    ({ path, message }) => [String(path[0] ?? ""), message] as const,
  );
  return Object.fromEntries(problems.toReversed()); // the first of a field wins
}

/** For a check of some fields that runs whatever is wrong with the others, so that all is told at once. */
export function whenSound(...names: string[]): {
  when: (parsed: z.core.ParsePayload) => boolean;
} {
  return {
    when: ({ issues }) => !issues.some(({ path }) => names.includes(String(path?.[0]))),
  };
}

/** Where a schema has no words of its own: for fields that nobody types. */
export const unsaid =
  "Part of the form did not arrive as it should. Reload the page and try again.";
