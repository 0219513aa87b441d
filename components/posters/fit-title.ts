import { charactersOf } from "#kernel/text.ts";

export type FittedTitle = { lines: string[]; size: number };

const largest = 168;
const smallest = 22;
// Under this size a word too long for its line may be broken.
const breaksWordsAt = 48;
export const leading = 0.9;

/** As much of a line as fits, with a mark where more was. */
export function cutLine(line: string, size: number, width: number): string {
  if (ems(line) * size <= width) return line;
  const [kept = ""] = chop(line, width / size - ems("…"));
  return `${kept.trimEnd()}…`;
}

/** Scripts that run from right to left. The first letter decides, as `dir="auto"` has it. */
const rightToLeft =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Samr}\p{Script=Mand}\p{Script=Adlm}\p{Script=Rohg}]/u;

export function directionOf(text: string): "ltr" | "rtl" {
  return rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
}

/** The largest setting of a title in a box, in the condensed bold cut. Widths are estimates on the safe side. */
export function fitTitle(title: string, width: number, height: number): FittedTitle {
  const words = title.trim().split(/\s+/u);
  for (let size = largest; size > smallest; size -= 2) {
    const lines = wrap(
      size <= breaksWordsAt ? words.flatMap((word) => chop(word, width / size)) : words,
      width / size,
    );
    const fits = lines.every((line) => ems(line) * size <= width);
    if (fits && lines.length * size * leading <= height) return { lines, size };
  }
  const room = Math.floor(height / (smallest * leading));
  const lines = wrap(
    words.flatMap((word) => chop(word, width / smallest)),
    width / smallest,
  );
  return { lines: lines.slice(0, room), size: smallest };
}

function wrap(words: string[], room: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    if (line !== undefined && ems(`${line} ${word}`) <= room)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function chop(word: string, room: number): string[] {
  const pieces: string[] = [];
  for (const letter of charactersOf(word)) {
    const piece = pieces.at(-1);
    if (piece !== undefined && ems(piece + letter) <= room)
      pieces[pieces.length - 1] = piece + letter;
    else pieces.push(letter);
  }
  return pieces;
}

function ems(line: string): number {
  let width = 0;
  for (const character of charactersOf(line)) width += emsOf(character);
  return width;
}

/** An emoji is one picture, of however many parts; a syllable is as wide as its letters and signs at most. */
function emsOf(character: string): number {
  if (emoji.test(character)) return 1.3;
  return Array.from(character, emsOfLetter).reduce((sum, ems) => sum + ems, 0);
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

// Measured on the bold cut at 75 % width, rounded up.
function emsOfLetter(letter: string): number {
  if (letter === " ") return 0.22;
  if (/[.,:;'’!|iIlj]/u.test(letter)) return 0.28;
  if (/[MWmw@%—]/u.test(letter)) return 0.76;
  if (/[\u2e80-\uffff\u{1f000}-\u{3ffff}]/u.test(letter)) return 1.05;
  return /\p{Lu}|\d/u.test(letter) ? 0.54 : 0.49;
}
