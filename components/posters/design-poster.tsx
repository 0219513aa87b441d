import type { ReactNode } from "react";
import type { Category } from "#kernel/categories.ts";
import type { Composition, Scheme } from "./composition.ts";
import { curtain } from "./curtain.tsx";
import { type FittedTitle, fitTitle, leading } from "./fit-title.ts";
import { grin } from "./grin.tsx";
import { halfDiscs } from "./half-discs.tsx";
import { hills } from "./hills.tsx";
import { inkPairs, type Inks } from "./inks.ts";
import { kickOff } from "./kick-off.tsx";
import { levels } from "./levels.tsx";
import { moonStairs } from "./moon-stairs.tsx";
import { record } from "./record.tsx";
import { ridgelines } from "./ridgelines.tsx";
import { rings } from "./rings.tsx";
import { scarves } from "./scarves.tsx";
import { type Dice, diceFrom, seedOf } from "./seed.ts";
import { sunburst } from "./sunburst.tsx";
import { tiles } from "./tiles.tsx";

const compositions: Record<Category, readonly [Composition, ...Composition[]]> = {
  concert: [rings, ridgelines, record, levels],
  match: [kickOff, scarves],
  theatre: [curtain, moonStairs],
  comedy: [grin, halfDiscs],
  festival: [hills, sunburst],
  other: [tiles, halfDiscs],
};

const loud = new Set<Category>(["concert", "match", "festival"]);
export const width = 600;
export const height = 800;
export const margin = 36;

/** What a category and a seed decide, whatever the words. */
type Print = { dice: Dice; scheme: Scheme; compose: Composition; titleAtTop: boolean };

export type PosterDesign = {
  seed: number;
  scheme: Scheme;
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
  const words = loud.has(category) ? eventTitle.toLocaleUpperCase("en") : eventTitle;
  const title = fitTitle(words, width - margin * 2, 300);
  const titleHeight = title.lines.length * title.size * leading + margin * 1.75;
  const artHeight = height - titleHeight - (hasFoot ? 56 : 0);
  return { seed, scheme, title, titleAtTop, titleHeight, artHeight };
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
  const compose = dice.pick(compositions[category]);
  return { dice, scheme, compose, titleAtTop: dice.roll() < 0.5 };
}

function schemeOf({ paper, dark, bright }: Inks, darkGround: boolean): Scheme {
  return darkGround
    ? { ground: dark, figure: paper, second: bright, darkGround }
    : { ground: paper, figure: dark, second: bright, darkGround };
}
