import { type Block, type EmailContent, signature, webAddress } from "./content.ts";
import { oneLine } from "./plain-words.ts";

/** An email as plain text, none of its lines longer than mail allows. Throws where an action has no `webAddress`. */
export function renderText({ greeting, blocks }: EmailContent): string {
  const parts = [...(greeting ? [breakLine(greeting)] : []), ...blocks.map(renderBlock), signature];
  return `${parts.join("\n\n")}\n`;
}

function renderBlock(block: Block): string {
  switch (block.kind) {
    case "paragraph":
    case "note":
      return breakLine(block.text);
    case "facts":
      return block.facts.map(({ label, value }) => breakLine(`${label}: ${value}`)).join("\n");
    case "action":
      return `${oneLine(block.label)}: ${webAddress(block.url)}`;
    case "code":
      return oneLine(block.code);
  }
}

/** So many characters, of four bytes at most, fit into the 998 bytes of a line (RFC 5322). */
const longestLine = 240;
const pieces = new RegExp(`(.{1,${longestLine}})(?:\\s+|$)|(.{${longestLine}})`, "gu");

/** As one line or, where it is too long for one, as several: at spaces if there are any. */
function breakLine(text: string): string {
  const line = oneLine(text);
  return line.length <= longestLine ? line : line.replaceAll(pieces, "$1$2\n").trimEnd();
}
