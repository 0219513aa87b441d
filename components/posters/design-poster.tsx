import type { ReactNode } from "react";
import type { Category } from "#kernel/categories.ts";
import type { Composition, Scheme } from "./composition.ts";
import { families } from "./families.ts";
import { type FittedTitle, fitTitle, leading } from "./fit-title.ts";
import { inkPairs, type Inks } from "./inks.ts";
import { type Dice, diceFrom, seedOf } from "./seed.ts";

const loud = new Set<Category>(["concert", "match", "festival"]);
export const width = 600;
export const height = 800;
export const margin = 36;

/** What a category and a seed decide, whatever the words. */
type Print = { dice: Dice; scheme: Scheme; compose: Composition; titleAtTop: boolean };

export type PosterDesign = {
  seed: number;
  scheme: Scheme;
  /** The title in capitals, where the category shouts. */
  loudTitle: string;
  title: FittedTitle;
  titleAtTop: boolean;
  titleHeight: number;
  /** The art has what the words leave, over the full width. */
  artHeight: number;
};

/** Where everything of an event's poster goes, the same for the same name for ever. */
export function designPoster(
  eventTitle: string,
  category: Category,
  hasFoot: boolean,
): PosterDesign {
  const seed = seedOf(`${category} ${eventTitle}`);
  const { scheme, titleAtTop } = printOf(category, seed);
  const loudTitle = loud.has(category) ? eventTitle.toLocaleUpperCase("en") : eventTitle;
  const title = fitTitle(loudTitle, width - margin * 2, 300);
  const titleHeight = title.lines.length * title.size * leading + margin * 1.75;
  const artHeight = height - titleHeight - (hasFoot ? 56 : 0);
  return { seed, scheme, loudTitle, title, titleAtTop, titleHeight, artHeight };
}

/** Where the art stands, in whole units. */
export function artPlace({ titleAtTop, titleHeight, artHeight }: PosterDesign) {
  return { y: titleAtTop ? Math.round(titleHeight) : 0, height: Math.round(artHeight) };
}

/** The art alone, on a field of 600 × 600 of which `artHeight` is seen. */
export function drawArt(category: Category, seed: number, artHeight: number): ReactNode {
  const { dice, scheme, compose } = printOf(category, seed);
  return compose({ dice, scheme, trim: Math.max(0, (width - artHeight) / 2) });
}

function printOf(category: Category, seed: number): Print {
  const dice = diceFrom(seed);
  const inks = dice.pick(inkPairs);
  const scheme = schemeOf(inks, dice.roll() < 0.4);
  const compose = dice.pick(families[category]);
  return { dice, scheme, compose, titleAtTop: dice.roll() < 0.5 };
}

/** Two inks on their paper, or the other way about. */
function schemeOf({ paper, dark, bright }: Inks, darkGround: boolean): Scheme {
  return darkGround
    ? { ground: dark, figure: paper, second: bright, darkGround }
    : { ground: paper, figure: dark, second: bright, darkGround };
}
