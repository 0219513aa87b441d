import { margin, type PosterDesign, width } from "./design-poster.tsx";
import { directionOf, leading } from "./fit-title.ts";
import type { SetTitle } from "./title-lines.tsx";

/** Where the title of a poster stands, line by line. */
export function setTitle({ scheme, title, titleAtTop, artHeight }: PosterDesign): SetTitle {
  const { lines, size } = title;
  const direction = directionOf(lines.join(" "));
  const top = (titleAtTop ? 0 : artHeight) + margin * 0.8;
  return {
    lines: lines.map((text, index) => ({
      text,
      y: Math.round(top + size * (0.78 + index * leading)),
    })),
    x: lineStart(direction, size * 0.04),
    direction,
    size,
    colour: scheme.figure,
  };
}

/** Where a line begins: at the margin that its script begins at. */
export function lineStart(direction: "ltr" | "rtl", overhang = 0): number {
  return direction === "ltr" ? margin - overhang : width - margin + overhang;
}
