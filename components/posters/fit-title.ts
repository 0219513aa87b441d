export type FittedTitle = { lines: string[]; size: number };

const largest = 168;
const smallest = 22;
// Under this size a word too long for its line may be broken.
const breaksWordsAt = 48;
export const leading = 0.9;

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
  for (const letter of word) {
    const piece = pieces.at(-1);
    if (piece !== undefined && ems(piece + letter) <= room)
      pieces[pieces.length - 1] = piece + letter;
    else pieces.push(letter);
  }
  return pieces;
}

function ems(line: string): number {
  let width = 0;
  for (const letter of line) width += emsOfLetter(letter);
  return width;
}

// Measured on the bold cut at 75 % width, rounded up.
function emsOfLetter(letter: string): number {
  if (letter === " ") return 0.22;
  if (/[.,:;'’!|iIlj]/u.test(letter)) return 0.28;
  if (/[MWmw@%—]/u.test(letter)) return 0.76;
  if (/[\u2e80-\uffff\u{1f000}-\u{3ffff}]/u.test(letter)) return 1.05;
  return /\p{Lu}|\d/u.test(letter) ? 0.54 : 0.49;
}
