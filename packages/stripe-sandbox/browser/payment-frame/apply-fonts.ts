import type { FontSource } from "../frame-messages.ts";

const applied = new Set<string>();

/** Each font once: the page says what it has with every change of its looks. */
export function applyFonts(fonts: FontSource[]): void {
  for (const font of fonts) {
    const name = JSON.stringify(font);
    if (applied.has(name)) continue;
    applied.add(name);
    const { family, src, display, ...descriptors } = font;
    document.fonts.add(
      new FontFace(family, src, { ...descriptors, ...(isDisplay(display) && { display }) }),
    );
  }
}

function isDisplay(word: string | undefined): word is FontDisplay {
  return ["auto", "block", "fallback", "optional", "swap"].includes(word ?? "");
}
