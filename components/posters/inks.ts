export type Inks = { paper: string; dark: string; bright: string };

/** Pairs that a print shop would mix: one dark enough for words, one that carries across the street. */
export const inkPairs: readonly [Inks, ...Inks[]] = [
  { paper: "#f3ead9", dark: "#1d2a6b", bright: "#ff5b3a" },
  { paper: "#f4ecdc", dark: "#17352e", bright: "#f2a413" },
  { paper: "#f6ebe0", dark: "#6e1836", bright: "#f48a9f" },
  { paper: "#f2ead8", dark: "#1c1814", bright: "#e0452b" },
  { paper: "#f1ecdf", dark: "#113c55", bright: "#f26d4b" },
  { paper: "#f6eeda", dark: "#3b1f5b", bright: "#f5b62e" },
  { paper: "#f0eadb", dark: "#0b5551", bright: "#f08a3c" },
  { paper: "#f3eee0", dark: "#22241f", bright: "#2bb39a" },
  { paper: "#f5ead6", dark: "#7a2312", bright: "#5fb0c9" },
];
