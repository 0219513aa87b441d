/** How much of what somebody wrote is repeated in an email. */
const usual = 80;

/**
 * What people wrote, as it may stand in an email of ours: one line, shortened, and nothing that a mail program would
 * turn into a link. What makes an address, a dot or a colon or an @ between two words, is taken apart.
 */
export function plainWords(written: string, maximum = usual): string {
  const line = written
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
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

/** The same, in quotation marks that only we can close. */
export function quoted(written: string, maximum?: number): string {
  return `“${plainWords(written.replaceAll(/[“”„‟"«»]/g, "'"), maximum)}”`;
}
