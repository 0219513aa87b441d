import { type Category, categoryNames } from "#kernel/categories.ts";
import type { MarketSearch } from "#lib/events/market/market-search.ts";

/** The address of a search: what is asked for and nothing else, so that one search has one address. */
export function searchAddress(search: Partial<MarketSearch>, place: Record<string, string> = {}) {
  const { currency, sort, ...asked } = search;
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, String(value));
  if (search.max && currency && currency !== "eur") query.set("currency", currency);
  if (sort && sort !== "soonest") query.set("sort", sort);
  for (const [name, value] of Object.entries(place)) query.set(name, value);
  return query.size > 0 ? `/?${query}` : "/";
}

/** What a search keeps when other words are looked for, as fields of a form. */
export function keptFields(search: MarketSearch): [string, string][] {
  const address = new URL(searchAddress({ ...search, q: "" }), "http://localhost");
  return [...address.searchParams];
}

/** The soonest of all events, as an address: `/` alone is the first page. */
export const everything = "/?sort=soonest";

const categoryHeadings: Record<Category, string> = {
  concert: "Concerts",
  match: "Matches",
  theatre: "Theatre",
  comedy: "Comedy",
  festival: "Festivals",
  other: "Other events",
};

const timeNames = { tonight: "tonight", weekend: "this weekend" } as const;

/** What a search is for, as a heading. */
export function searchInWords({ q, category, city, when }: MarketSearch): string {
  const what = category ? categoryHeadings[category] : "Everything";
  const where = city ? ` in ${city}` : "";
  const then = when ? `, ${timeNames[when]}` : "";
  return q
    ? `“${q}”${category ? `, ${categoryNames[category].toLowerCase()}` : ""}${where}${then}`
    : `${what}${where}${then}`;
}
