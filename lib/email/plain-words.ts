/** How much of what somebody wrote is repeated in an email. */
const usual = 80;

/** As one line without controls and half characters, which no mail program has to be able to read. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
}

/**
 * What people wrote, as it may stand in an email of ours: one line, shortened, and nothing that a mail program would
 * turn into a link. What makes an address, a dot or a colon or an @ between two words, is taken apart. It does not turn
 * the reading direction of what stands beside it.
 */
export function plainWords(written: string, maximum = usual): string {
  return keepDirection(plainName(written, maximum));
}

/** The same, in quotation marks that only we can close. */
export function quoted(written: string, maximum?: number): string {
  return `“${plainWords(written.replaceAll(/[“”„‟"«»]/g, "'"), maximum)}”`;
}

/** The same as `plainWords`, for a header that has nothing beside it. */
export function plainName(written: string, maximum = usual): string {
  const line = oneLine(written)
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\/{2,}|\\{2,}/g, "/")
    .replaceAll(/(?<=[\p{L}\d+.-])([:：])(?=[^\s\d])/gu, "$1 ")
    .replaceAll(/(?<=\S)\s?([@＠])\s?(?=\S)/gu, " $1 ")
    .replaceAll(/([.。．｡․])(?=[^\s\d.…])/gu, "$1 ")
    .replaceAll(/\d+(?:\.\d+){2,}/g, (numbers) => numbers.replaceAll(".", ". "))
    .trim();
  const characters = Array.from(line);
  if (characters.length <= maximum) return line;
  return `${characters
    .slice(0, maximum - 1)
    .join("")
    .trimEnd()}…`;
}

const rightToLeft =
  /[\p{Script=Hebr}\p{Script=Arab}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Nkoo}]/u;

/** Between marks that isolate it (Unicode, annex 9), where it runs from right to left: or what follows stands before it. */
function keepDirection(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text;
}
