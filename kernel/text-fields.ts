import { z } from "zod";
import { bytesPerCharacter, charactersOf, cleanLine, fits, isShowable } from "./text.ts";

/** One line of text to be shown, cleaned as `cleanLine` does. */
function line(maximum: number, name: string, ask = `${name} is a line of text.`) {
  return z
    .string(ask)
    .transform(cleanLine)
    .pipe(
      z
        .string()
        .refine((text) => fits(text, maximum), {
          error: ({ input }) => tooLong(name, maximum, String(input)),
        })
        .refine(
          isShowable,
          `${name} contains characters that cannot be shown. Please type it again.`,
        ),
    );
}

function tooLong(name: string, maximum: number, text: string): string {
  return charactersOf(text).length > maximum
    ? `${name} can have at most ${maximum} characters.`
    : `${name} is too long: its characters are made of many signs. Please shorten it.`;
}

export function requiredLine(maximum: number, name: string, ask: string) {
  return line(maximum, name, ask).pipe(z.string().min(1, ask));
}

/** An optional line: nothing typed is nothing stored. */
export function optionalLine(maximum: number, name: string) {
  return line(maximum, name)
    .optional()
    .transform((text) => text || null);
}

/** Words to search for. What cannot be shown cannot be found either, so it parts words as a space does. */
export function searchWords(typed: string, maximum: number): string {
  const characters = charactersOf(typed.slice(0, maximum * bytesPerCharacter)).slice(0, maximum);
  const shown = characters.map((each) => (isShowable(cleanLine(each)) ? each : " "));
  return cleanLine(shown.join(""));
}
