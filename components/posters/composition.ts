import type { ReactNode } from "react";
import type { Dice } from "./seed.ts";

/** The colours by their part. On a dark ground `figure` is paper, so that a composition works on light and dark. */
export type Scheme = { ground: string; figure: string; second: string; darkGround: boolean };

/**
 * Draws on a field of 600 × 600, of which a long title may hide `trim` at the top and at the bottom. Whatever hangs over
 * is cut, so a ground should run to the edges and a figure should stay within.
 */
export type Composition = (draw: { dice: Dice; scheme: Scheme; trim: number }) => ReactNode;

/** Overlapping inks mix, as on a press; on a light ground alone, because on a dark one they would disappear. */
export function overprint(scheme: Scheme): string | undefined {
  return scheme.darkGround ? undefined : "overprint";
}

export function count(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
