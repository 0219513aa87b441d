import { searchWords } from "#kernel/text-fields.ts";

type Query = Record<string, string | string[] | undefined>;

/** A path with what its query said, as far as that was said once: where to come back to from signing in. */
export function addressWith(path: string, query: Query): string {
  const said = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path;
}

/** What the address of somebody's own list asks for: words, and a page. What makes no sense asks for nothing. */
export function readListAddress({ q, after, before }: Query) {
  const words = typeof q === "string" ? searchWords(q, 120) : "";
  return { words, page: { after: textOf(after), before: textOf(before) } };
}

function textOf(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** The address of one page of what has those words. */
export function pageAddress(path: string, words: string, place: [string, string]): string {
  const query = new URLSearchParams(words ? [["q", words], place] : [place]);
  return `${path}?${query}`;
}
