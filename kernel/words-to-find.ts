import { charactersOf, foldText } from "./text.ts";

/** Scripts that write words without spaces: found by each two letters that stand together. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+/gu;
const notOfWords = /[^\p{L}\p{M}\p{N}]+/gu;
/** Enough for a title, a venue and a city; a text of one word without an end is not indexed whole. */
const longestWord = 60;
const mostWords = 200;
const mostWanted = 8;

/**
 * The words by which texts are found, folded, each once: "Let’s Dance" by `lets` and `dance`, "AC/DC" by `ac`, `dc` and
 * `acdc`, 東京ドーム by each of its pairs. A word that is wanted (`wantedWords`) is found as the beginning of one of these.
 */
export function wordsToFind(texts: readonly string[]): string[] {
  const found = texts.flatMap((text) =>
    withoutApostrophes(text)
      .split(" ")
      .flatMap((token) => [...partsOf(token), joined(token)])
      .flatMap((word) => [...pairsOf(word), lastLetterOf(word)]),
  );
  return [...new Set(found.filter(Boolean).map((word) => word.slice(0, longestWord)))].slice(
    0,
    mostWords,
  );
}

/** The words that a search wants, folded as `wordsToFind` folds: at most eight, and as long as those. */
export function wantedWords(typed: string): string[] {
  const wanted = withoutApostrophes(typed).split(" ").flatMap(partsOf).flatMap(pairsOf);
  return [...new Set(wanted.map((word) => word.slice(0, longestWord)))].slice(0, mostWanted);
}

function withoutApostrophes(text: string): string {
  return foldText(text).replaceAll("'", "");
}

function partsOf(token: string): string[] {
  return token.split(notOfWords).filter(Boolean);
}

/** A token whose parts people also write as one word. */
function joined(token: string): string {
  return partsOf(token).length > 1 ? token.replaceAll(notOfWords, "") : "";
}

/** A word; in a script without spaces, what stands together two by two. */
function pairsOf(word: string): string[] {
  const runs = word.match(spaceless);
  if (!runs) return [word];
  const rest = word.replaceAll(spaceless, " ").split(" ").filter(Boolean);
  return [...rest, ...runs.flatMap(pairsOfRun)];
}

function pairsOfRun(run: string): string[] {
  const letters = charactersOf(run);
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
}

/** The last letter of a run begins no pair, and may be wanted alone. */
function lastLetterOf(word: string): string {
  const run = word.match(spaceless)?.at(-1);
  return run ? (charactersOf(run).at(-1) ?? "") : "";
}
