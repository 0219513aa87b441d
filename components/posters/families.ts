import type { Category } from "#kernel/categories.ts";
import { arches } from "./arches.tsx";
import { bloom } from "./bloom.tsx";
import { bounce } from "./bounce.tsx";
import { bubbles } from "./bubbles.tsx";
import { bunting } from "./bunting.tsx";
import type { Composition } from "./composition.ts";
import { curtain } from "./curtain.tsx";
import { disguise } from "./disguise.tsx";
import { ferrisWheel } from "./ferris-wheel.tsx";
import { grin } from "./grin.tsx";
import { halfDiscs } from "./half-discs.tsx";
import { hills } from "./hills.tsx";
import { kickOff } from "./kick-off.tsx";
import { levels } from "./levels.tsx";
import { masks } from "./masks.tsx";
import { microphone } from "./microphone.tsx";
import { moonStairs } from "./moon-stairs.tsx";
import { pennants } from "./pennants.tsx";
import { record } from "./record.tsx";
import { ridgelines } from "./ridgelines.tsx";
import { rings } from "./rings.tsx";
import { scarves } from "./scarves.tsx";
import { spotlights } from "./spotlights.tsx";
import { strings } from "./strings.tsx";
import { sunburst } from "./sunburst.tsx";
import { terraces } from "./terraces.tsx";
import { tiles } from "./tiles.tsx";

/** What a category's posters look like. No composition is in two, so that a wall tells a play from a match at a glance. */
export const families: Record<Category, readonly [Composition, ...Composition[]]> = {
  concert: [rings, ridgelines, record, levels, strings],
  match: [kickOff, scarves, terraces, bounce, pennants],
  theatre: [curtain, moonStairs, spotlights, masks],
  comedy: [grin, microphone, bubbles, disguise],
  festival: [hills, sunburst, ferrisWheel, bunting],
  other: [tiles, halfDiscs, arches, bloom],
};
