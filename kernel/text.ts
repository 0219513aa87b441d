/**
 * Text as people write it. A line is cleaned once, where it comes in: NFC, every space one space, and without what
 * is only invisible. What shapes a script or an emoji stays. Two lines that people would call the same have one fold.
 * Unicode's own properties decide, so that a list of ours cannot be taken for the whole truth.
 */

/** Scripts whose letters take another shape, or stay apart, beside a joiner (Unicode, chapters 9 and 12 to 16). */
const joining =
  "Arab Syrc Mong Nkoo Mand Mani Phlp Adlm Rohg Sogd Ougr Chrs Phag " +
  "Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thaa Tibt Mymr Khmr Java Bali Sund Cham Lana Newa Gran Tirh Sidd";
const inJoiningScript = joining
  .split(" ")
  .map((script) => `\\p{scx=${script}}`)
  .join("");
const joiningLetter = `(?:[${inJoiningScript}](?<=[\\p{L}\\p{M}]))`;
const virama =
  "[\\u094D\\u09CD\\u0A4D\\u0ACD\\u0B4D\\u0BCD\\u0C4D\\u0CCD\\u0D4D\\u0DCA\\u1039\\u103A\\u17D2]";
const pictograph = "\\p{Extended_Pictographic}[\\uFE0F\\p{Emoji_Modifier}]*";

const space = /[\p{Zs}\t]/gu;
/** Hyphens that may show, direction marks, marks of byte order, and spaces and operators without width. */
const invisible =
  /\u034F|[\u17B4\u17B5]|[\u00AD\u061C\u200B\u200E\u200F\u2060-\u2064\u206A-\u206F\uFEFF\u{1BCA0}-\u{1BCA3}\u{1D173}-\u{1D17A}\u{E0001}]/gu;
const doubledJoiner = /(?<=[\u200C\u200D])[\u200C\u200D]+/gu;
/** Kept between two such letters, or where a word ends after a sign that asks for it. */
const looseNonJoiner = new RegExp(
  `(?<!${virama})(?:(?<!${joiningLetter})\\u200C|\\u200C(?!${joiningLetter}))`,
  "gu",
);
/** Kept after such a letter, whose joined shape it shows, and between the parts of an emoji. */
const looseJoiner = new RegExp(
  `(?<!${joiningLetter})(?:(?<!${pictograph})\\u200D|\\u200D(?!\\p{Extended_Pictographic}))`,
  "gu",
);
/** Kept where it chooses between shapes: of an emoji, of a symbol, of an ideograph, of a Mongolian letter. */
const looseSelector =
  /(?<![\p{Emoji}\p{Extended_Pictographic}])[\uFE0E\uFE0F]|(?<![\p{Script=Han}\p{Script=Mymr}\p{Script=Phag}\p{Sm}])[\uFE00-\uFE0D]|(?<!\p{Script=Han})[\u{E0100}-\u{E01EF}]|(?<!\p{Script=Mong})[\u180B-\u180F]/gu;
/** A black flag, the letters of a region, and their end: the flags of England, Scotland and Wales. */
const flagOrTags =
  /(?<flag>\u{1F3F4}[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]{3,6}\u{E007F})|[\u{E0020}-\u{E007F}]/gu;
const looseHieroglyphControl = /(?<![\u{13000}-\u{1345F}])[\u{13430}-\u{1343F}]/gu;

/** A line as it is kept: what was typed, but for what nobody sees. */
export function cleanLine(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(space, " ")
    .replace(invisible, "")
    .replace(flagOrTags, (_, flag: string | undefined) => flag ?? "")
    .replace(looseSelector, "")
    .replace(doubledJoiner, "")
    .replace(looseNonJoiner, "")
    .replace(looseJoiner, "")
    .replace(looseHieroglyphControl, "")
    .replace(/ {2,}/g, " ")
    .trim()
    .normalize("NFC");
}

/**
 * Controls, half characters and the sign that a form sends in their place, what no script has or only one maker's fonts have, line separators, fillers that look
 * like nothing, and what turns the reading direction around (Unicode's report 36 calls that spoofing).
 */
const unshowable =
  /[\p{Cc}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFD]/u;
/** Braille's empty cell is its space between words, and elsewhere shows nothing. */
const emptyCell = /(?<![\u2801-\u28FF])\u2800|\u2800(?![\u2801-\u28FF])/u;
/** Tibetan stacks nine signs on a letter. More are there to run over the lines above and below. */
const tower = /\p{M}{11}/u;
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** Whether a cleaned line, if there is anything in it, can be shown and shows something. */
export function isShowable(line: string): boolean {
  if (line === "") return true;
  return visible.test(line) && ![unshowable, emptyCell, tower].some((kind) => kind.test(line));
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** The characters that people count: a family emoji is one, a letter with its accents is one. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** The longest emoji in use takes 35 bytes, a syllable of Hindi 12: a line of them is as long as one of letters. */
export const bytesPerCharacter = 16;

/** Whether at most `maximum` characters, and no more bytes than so many of them need. */
export function fits(text: string, maximum: number): boolean {
  if (new TextEncoder().encode(text).length > maximum * bytesPerCharacter) return false;
  return text.length <= maximum || charactersOf(text).length <= maximum;
}

/** What is one sign on one keyboard and another on the next. */
const alike: [RegExp, string][] = [
  [/[\u2018\u2019\u201B\u02BB\u02BC\u02B9\u02C8\u2032\u00B4\u0060\u2039\u203A\uFF07]/g, "'"],
  [/[\u201C-\u201F\u00AB\u00BB\u2033\u301D-\u301F]/g, '"'],
  [/[\u05BE\u2010-\u2015\u2043\u2212\uFE58\uFE63\uFF0D]/g, "-"],
  [/[\u2044\u2215]/g, "/"],
];

/** Letters that Unicode does not take apart, as those write them who lack them. */
const spelled: Record<string, string> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ħ: "h",
  ł: "l",
  ŧ: "t",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
  ي: "ی",
  ى: "ی",
  ك: "ک",
  "\u0640": "", // Arabic's lengthening line
};
const spelledLetter = new RegExp(`[${Object.keys(spelled).join("")}]`, "g");

/**
 * Accents of Latin, Greek and Cyrillic, vowel signs of Arabic and Hebrew. Not the signs without which a word is
 * another word: those of Indic scripts, of kana, and what makes й of и and ї of і.
 */
const accent =
  /(?<!\p{Script=Cyrl})[\u0300-\u036F]|(?<=\p{Script=Cyrl})[\u0300\u0301]|(?<=е)\u0308|[\u0591-\u05C7]|[\u0610-\u061A]|[\u064B-\u065F]|\u0670|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F]/gu;
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * One form for everything people would call the same: case, accents, width, kinds of apostrophe, quote, dash and
 * digit, ß and ss, Turkish i with and without its dot. For comparing and finding, never for showing.
 */
export function foldText(text: string): string {
  const apart = withOneSign(text).normalize("NFKD").replace(ignorable, "");
  const folded = withOneSign(withoutCase(apart).normalize("NFKD"))
    .replace(accent, "")
    .replace(spelledLetter, (letter) => spelled[letter] ?? letter)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
  return folded || text.normalize("NFC").trim(); // a lengthening line alone is still not nothing
}

/** Asked before and after NFKD, which makes some of these signs of others and takes some of them apart. */
function withOneSign(text: string): string {
  return alike.reduce((line, [signs, sign]) => line.replace(signs, sign), text);
}

/** There and back again, because some letters share only one of their cases: ß and SS, ı and I, ς and Σ. */
function withoutCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase();
}
