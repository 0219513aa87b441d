import { z } from "zod";

/** One line of text to be shown: without invisible characters, and without those that turn the reading direction around. */
function line(maximum: number, name: string) {
  return z
    .string()
    .trim()
    .max(maximum, `${name} can have at most ${maximum} characters.`)
    .refine((text) => !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text), {
      error: `${name} contains characters that cannot be shown. Please type it again.`,
    });
}

export function requiredLine(maximum: number, name: string, ask: string) {
  return line(maximum, name).pipe(z.string().min(1, ask));
}

/** An optional line: nothing typed is nothing stored. */
export function optionalLine(maximum: number, name: string) {
  return line(maximum, name)
    .optional()
    .transform((text) => text || null);
}
