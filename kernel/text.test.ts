import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { charactersOf, cleanLine, fits, foldText, isShowable } from "./text.ts";

const family = "👨‍👩‍👧‍👦";
const england = "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}";

/** Any text, thick with what this module is about. */
const typed = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 3 }),
      fc.string({ unit: "grapheme", maxLength: 3 }),
      fc.constantFrom(
        ...Array.from(
          "aeiİıIßſςΣйїёÉ’'\u0301\u0306\u0308\u200C\u200D\uFE0F\u00AD\u200B\u200F\u202E\u2067\u3164\u2800 \u00A0\t\nशक्षمیي٣がカﾞ①ﬃ",
        ),
        family,
        england,
        "\u{E0067}",
        "\u{E0101}",
        "葛",
        "\uD800",
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("a line, cleaned", () => {
  test.each([
    ["Persian with a half-space", "می\u200Cخواهم کنسرت"],
    ["a Persian abbreviation with a joined letter", "۱۴۰۵ ه\u200D."],
    ["Hindi with a joiner", "क्\u200Dष"],
    ["Hindi with a non-joiner", "क्\u200Cष"],
    ["Sinhala", "ශ්\u200Dරී ලංකා"],
    ["Malayalam with an old chillu", "അവന്\u200D"],
    ["a family", family],
    ["the flag of England", england],
    ["a rainbow flag", "🏳️\u200D🌈"],
    ["a kiss of two skin tones", "👩🏽\u200D❤️\u200D💋\u200D👨🏿"],
    ["a key cap", "1️⃣"],
    ["a heart as text", "❤\uFE0E"],
    ["a Japanese name's own shape", "葛\u{E0100}飾区"],
    ["Mongolian", "ᠮᠣᠩᠭᠣᠯ\u180Eᠠ"],
    ["Hebrew with vowels", "שָׁלוֹם"],
    ["Arabic with vowels", "مُحَمَّد"],
    ["Braille", "⠗⠕⠺⠀⠋"],
    ["quotes of every kind", "‘Rock’ “n” «roll» – ‹1›"],
  ])("%s is kept as it is, and can be shown", (_, text) => {
    expect(cleanLine(text)).toBe(text.normalize("NFC"));
    expect(isShowable(cleanLine(text))).toBe(true);
  });

  test.each([
    ["a soft hyphen", "Kon\u00ADzert", "Konzert"],
    ["a stray direction mark", "\u200FTwo\u200E seats\u061C", "Two seats"],
    ["a mark of byte order", "\uFEFFTwo seats", "Two seats"],
    ["a space without width", "Two\u200Bseats", "Twoseats"],
    ["a word joiner", "Two\u2060seats", "Twoseats"],
    ["a joiner between Latin letters", "ad\u200Dmin\u200C", "admin"],
    ["two half-spaces in a row", "می\u200C\u200Cخواهم", "می\u200Cخواهم"],
    ["a half-space at an edge", "\u200Cمی خواهم\u200C", "می خواهم"],
    ["a selector that selects nothing", "ad\uFE0Fm\uFE00in\u{E0101}", "admin"],
    ["tags without a flag", "hidden\u{E0068}\u{E0069}\u{E007F}", "hidden"],
    ["a flag that never ends", "🏴\u{E0067}\u{E0062}", "🏴"],
    ["spaces of every kind", "\u00A0Two\u2003\u3000 \tseats\u202F", "Two seats"],
    ["an accent apart", "Beyonce\u0301", "Beyoncé"],
  ])("without %s", (_, text, clean) => {
    expect(cleanLine(text)).toBe(clean);
    expect(isShowable(clean)).toBe(true);
  });

  test.each([
    ["a line break", "Two\nseats"],
    ["a null", "Two\u0000seats"],
    ["half a character", "Two\uD800seats"],
    ["what a form sends for half a character", "Two\uFFFDseats"],
    ["a line separator", "Two\u2028seats"],
    ["a Hangul filler", "\u3164"],
    ["a Hangul filler among letters", "Two\u3164seats"],
    ["a filler of half width", "\uFFA0"],
    ["an empty cell of Braille", "\u2800"],
    ["an empty cell among letters", "Two\u2800seats"],
    ["marks alone", "\u0301\u0302"],
    ["a code point that means nothing", "Two\u0378seats"],
    ["a code point that is no character", "Two\uFFFEseats"],
    ["one maker's own sign", "Two\uF8FFseats"],
    ["an anchor of an annotation", "Two\uFFF9seats"],
    ["a tower of marks", `a${"\u0302".repeat(12)}`],
    ...Array.from("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069", (turn) => [
      `U+${turn.charCodeAt(0).toString(16).toUpperCase()}`,
      `Two${turn}seats`,
    ]),
  ])("with %s cannot be shown", (_, text) => {
    expect(isShowable(cleanLine(text))).toBe(false);
  });

  test("is clean: cleaning it again changes nothing", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const once = cleanLine(text);
        expect(cleanLine(once)).toBe(once);
        expect(once).toBe(once.normalize("NFC"));
      }),
      { numRuns: 3000 },
    );
  });

  test("shows nothing only when it is empty or refused", () => {
    fc.assert(
      fc.property(typed, (text) => {
        const line = cleanLine(text);
        if (line !== "" && isShowable(line)) expect(line).toMatch(/[\p{L}\p{N}\p{P}\p{S}]/u);
        expect(line.trim()).toBe(line);
      }),
    );
  });
});

describe("length is counted as people count", () => {
  test("a family is one character, a syllable of Hindi one or two", () => {
    expect(charactersOf(`${family}${england}é`)).toHaveLength(3);
    expect(fits(family.repeat(40), 120)).toBe(true);
    expect(fits("नमस्ते".repeat(30), 120)).toBe(true);
  });

  test("and bytes are bounded too", () => {
    expect(fits("x".repeat(120), 120)).toBe(true);
    expect(fits("x".repeat(121), 120)).toBe(false);
    expect(fits(family.repeat(100), 120)).toBe(false);
  });
});

describe("the fold is the same", () => {
  test.each([
    ["either apostrophe", "Guns N’ Roses", "Guns N' Roses"],
    ["either apostrophe, another case, two spaces", "GUNS  Nʼ ROSES", "guns n‘ roses"],
    ["an accent in one piece or two", "Beyonc\u00E9", "Beyonce\u0301"],
    ["an accent or none", "BEYONCÉ", "beyonce"],
    ["Nordic letters", "Sigur Rós Ærø", "SIGUR ROS AERO"],
    ["Polish letters", "Łódź", "LODZ"],
    ["Turkish letters", "İSTANBUL IŞIK", "istanbul ışık"],
    ["German letters", "STRASSE", "Straße"],
    ["a capital sharp s", "STRAẞE", "strasse"],
    ["width", "ＡＢＣ１２　ｶﾞ", "abc12 ガ"],
    ["dashes", "A–B — C", "A-B - C"],
    ["quotes", "„Faust“", '"Faust"'],
    ["a final sigma", "ΟΔΥΣΣΕΥΣ", "Οδυσσεύς"],
    ["Russian ё", "Ёлка", "ЕЛКА"],
    ["a half-space or none", "می‌خواهم", "میخواهم"],
    ["Arabic and Persian keyboards", "علي ك", "علی ک"],
    ["Arabic vowels", "مُحَمَّد", "محمد"],
    ["digits", "٢٠٣١ ۲۰۳۱", "2031 2031"],
    ["ligatures", "ﬁn", "FIN"],
  ])("for %s", (_, one, other) => expect(foldText(one)).toBe(foldText(other)));

  test.each([
    ["words", "The Copper Choir", "The Copper Chair"],
    ["numbers", "Part 1", "Part 2"],
    ["vowels of Hindi", "कि", "का"],
    ["vowels of Thai", "กา", "กี"],
    ["kana", "バス", "ハス"],
    ["kana of half width", "ﾊﾞｽ", "ﾊｽ"],
    ["Russian letters", "Цой", "Цои"],
    ["Ukrainian letters", "їжа", "іжа"],
    ["Chinese", "東京", "京都"],
  ])("but not for other %s", (_, one, other) => expect(foldText(one)).not.toBe(foldText(other)));

  test("folded again, in another case, decomposed, or with more space", () => {
    fc.assert(
      fc.property(typed.map(cleanLine), (line) => {
        const fold = foldText(line);
        expect(foldText(fold)).toBe(fold);
        expect(foldText(line.normalize("NFD"))).toBe(fold);
        expect(foldText(` ${line.replaceAll(" ", "  ")} `)).toBe(fold);
      }),
      { numRuns: 3000 },
    );
  });

  test("and of every letter the same in both its cases", () => {
    const odd = [];
    for (let point = 0; point < 0x1ffff; point += 1) {
      const letter = String.fromCodePoint(point);
      if (!/\p{L}/u.test(letter)) continue;
      const folds = [letter, letter.toUpperCase(), letter.toLowerCase()].map(foldText);
      if (new Set(folds).size > 1) odd.push([letter, ...folds]);
    }
    expect(odd).toEqual([]);
  });
});
