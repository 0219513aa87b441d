import { expect, test } from "vitest";
import { wantedWords, wordsToFind } from "./words-to-find.ts";

/** Whether a search finds a text: each word that is wanted begins one that is there. */
function finds(wanted: string, ...texts: string[]): boolean {
  const words = wordsToFind(texts);
  return wantedWords(wanted).every((want) => words.some((word) => word.startsWith(want)));
}

test.for<[string, string]>([
  ["lets dance", "Let’s Dance"],
  ["let's dance", "Let’s Dance"],
  ["DANCE LETS", "Let’s Dance"],
  ["malmo", "Malmö Arena"],
  ["istanbul", "İstanbul"],
  ["ISPARTA", "Isparta"],
  ["ısparta", "ISPARTA"],
  ["acdc", "AC/DC"],
  ["ac dc", "AC/DC"],
  ["AC/DC", "AC/DC"],
  ["jayz", "Jay-Z"],
  ["beyon", "Beyoncé"],
  ["東京", "東京ドーム"],
  ["ドーム", "東京ドーム"],
  ["京", "東京"],
  ["東京ドーム", "東京ドーム"],
  ["strasse", "Straße"],
  ["กรุง", "กรุงเทพ"],
  ["u2", "U2 · Live"],
  ["2", "Half 2 of 3"],
])("“%s” finds “%s”", ([wanted, text]) => {
  expect(finds(wanted, text)).toBe(true);
});

test.for<[string, string]>([
  ["ドー京", "東京ドーム"],
  ["dancer", "Let’s Dance"],
  ["dcac", "AC/DC"],
])("“%s” does not find “%s”", ([wanted, text]) => {
  expect(finds(wanted, text)).toBe(false);
});

test("whatever is typed is at most eight words of at most sixty characters, each a word", () => {
  const typed = [
    "%",
    "'",
    "\\",
    "'; drop table events; --",
    "x".repeat(10_000),
    "a b c d e f g h i j k",
    "\u0000\u0007",
    "!!! ??? ...",
    "東".repeat(5000),
  ];
  for (const each of typed) {
    const words = wantedWords(each);
    expect(words.length).toBeLessThanOrEqual(8);
    for (const word of words) expect(word).toMatch(/^[\p{L}\p{M}\p{N}]{1,60}$/u);
  }
});

test("what is found is bounded, however much was written", () => {
  const much = Array.from({ length: 1000 }, (_, index) => `word${index}`).join(" ");
  expect(wordsToFind([much])).toHaveLength(200);
});
