import { charactersOf } from "#kernel/text.ts";

export type FittedTitle = { lines: string[]; size: number };

const largest = 168;
const smallest = 22;
// Under this size a word too long for its line may be broken.
const breaksWordsAt = 48;
export const leading = 0.9;

/** As much of a line as fits, with a mark where more was. */
export function cutLine(line: string, size: number, width: number): string {
  const measured = measure(line);
  if (measured.ems * size <= width) return line;
  const [kept] = chop(measured, width / size - emsOf("…"));
  return `${kept?.text.trimEnd() ?? ""}…`;
}

/** Scripts that run from right to left. The first letter decides, as `dir="auto"` has it. */
const rightToLeft =
  /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}\p{Script=Samr}\p{Script=Mand}\p{Script=Adlm}\p{Script=Rohg}]/u;

export function directionOf(text: string): "ltr" | "rtl" {
  return rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
}

/** The largest setting of a title in a box, in the condensed bold cut. Widths are estimates on the safe side. */
export function fitTitle(title: string, width: number, height: number): FittedTitle {
  const words = title.trim().split(/\s+/u).map(measure);
  for (let size = largest; size > smallest; size -= 2) {
    const room = width / size;
    const lines = wrap(
      size <= breaksWordsAt ? words.flatMap((word) => chop(word, room)) : words,
      room,
    );
    const fits = lines.every((line) => line.ems * size <= width);
    if (fits && lines.length * size * leading <= height) return { lines: textsOf(lines), size };
  }
  const kept = Math.floor(height / (smallest * leading));
  const room = width / smallest;
  const lines = wrap(
    words.flatMap((word) => chop(word, room)),
    room,
  );
  return { lines: textsOf(lines).slice(0, kept), size: smallest };
}

/** A text and how wide it is, measured once: a title is tried in many sizes, and a page has many titles. */
type Measured = { text: string; ems: number; characters: { text: string; ems: number }[] };

function measure(text: string): Measured {
  const characters = charactersOf(text).map((character) => ({
    text: character,
    ems: emsOf(character),
  }));
  return { text, characters, ems: sumOf(characters) };
}

function sumOf(parts: { ems: number }[]): number {
  return parts.reduce((sum, { ems }) => sum + ems, 0);
}

type Line = { text: string; ems: number };

function textsOf(lines: Line[]): string[] {
  return lines.map(({ text }) => text);
}

function wrap(words: Line[], room: number): Line[] {
  const lines: Line[] = [];
  for (const { text, ems } of words) {
    const line = lines.at(-1);
    const joined = line && line.ems + emsOfSpace + ems;
    if (line && joined !== undefined && joined <= room)
      lines[lines.length - 1] = { text: `${line.text} ${text}`, ems: joined };
    else lines.push({ text, ems });
  }
  return lines;
}

function chop({ characters }: Measured, room: number): Line[] {
  const pieces: Line[] = [];
  for (const { text, ems } of characters) {
    const piece = pieces.at(-1);
    if (piece && piece.ems + ems <= room)
      pieces[pieces.length - 1] = { text: piece.text + text, ems: piece.ems + ems };
    else pieces.push({ text, ems });
  }
  return pieces;
}

const emsOfSpace = 0.22;

/** An emoji is one picture, of however many parts; a syllable is as wide as its letters and signs at most. */
function emsOf(character: string): number {
  if (emoji.test(character)) return 1.3;
  return Array.from(character, emsOfLetter).reduce((sum, ems) => sum + ems, 0);
}

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

// Measured on the bold cut at 75 % width, rounded up.
function emsOfLetter(letter: string): number {
  if (letter === " ") return emsOfSpace;
  if (/[.,:;'’!|iIlj]/u.test(letter)) return 0.28;
  if (/[MWmw@%—]/u.test(letter)) return 0.76;
  if (/[\u2e80-\uffff\u{1f000}-\u{3ffff}]/u.test(letter)) return 1.05;
  return /\p{Lu}|\d/u.test(letter) ? 0.54 : 0.49;
}
