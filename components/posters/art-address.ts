import { categories, type Category } from "#kernel/categories.ts";

/** Grows when the compositions change: browsers keep what is at an address for ever. */
export const edition = 2;

/** Where the art of a poster is fetched: what is drawn follows from its address alone, so it never changes. */
export function artAddress(category: Category, seed: number, artHeight: number): string {
  return `/posters/${category}/${edition}-${seed.toString(16).padStart(8, "0")}-${artHeight}.svg`;
}

const printName =
  /^(?:(?<printed>[1-9][0-9]?)-)?(?<seed>[0-9a-f]{8})-(?<artHeight>[1-7][0-9]{2})\.svg$/;

export type PrintedArt = {
  category: Category;
  seed: number;
  artHeight: number;
  /** Of this edition, rather than of one that a page from before a deploy asks for. */
  isCurrent: boolean;
};

/** What an address names; null for one that names no art. */
export function readArtAddress(category: string, print: string): PrintedArt | null {
  const known = categories.find((name) => name === category);
  const { printed, seed, artHeight } = printName.exec(print)?.groups ?? {};
  if (!known || !seed || !artHeight) return null;
  return {
    category: known,
    seed: Number.parseInt(seed, 16),
    artHeight: Number(artHeight),
    isCurrent: Number(printed) === edition,
  };
}
