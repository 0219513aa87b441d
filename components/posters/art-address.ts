import { categories, type Category } from "#kernel/categories.ts";

/** Where the art of a poster is fetched: what is drawn follows from its address alone, so it never changes. */
export function artAddress(category: Category, seed: number, artHeight: number): string {
  return `/posters/${category}/${seed.toString(16).padStart(8, "0")}-${artHeight}.svg`;
}

const printName = /^(?<seed>[0-9a-f]{8})-(?<artHeight>[1-7][0-9]{2})\.svg$/;

export type PrintedArt = { category: Category; seed: number; artHeight: number };

/** What an address names; null for one that names no art. */
export function readArtAddress(category: string, print: string): PrintedArt | null {
  const known = categories.find((name) => name === category);
  const { seed, artHeight } = printName.exec(print)?.groups ?? {};
  if (!known || !seed || !artHeight) return null;
  return { category: known, seed: Number.parseInt(seed, 16), artHeight: Number(artHeight) };
}
