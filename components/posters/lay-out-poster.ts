import type { Category } from "#kernel/categories.ts";
import { artAddress } from "./art-address.ts";
import { artPlace, designPoster } from "./design-poster.tsx";
import type { LaidOutPoster } from "./poster-by-address.tsx";
import { setTitle } from "./set-title.ts";

/** The poster of an event for a list, without a foot. */
export function layOutPoster(eventTitle: string, category: Category): LaidOutPoster {
  const design = designPoster(eventTitle, category, false);
  const { y, height } = artPlace(design);
  const href = artAddress(category, design.seed, height);
  return { ground: design.scheme.ground, art: { href, y, height }, title: setTitle(design) };
}
