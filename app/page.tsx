import type { Metadata } from "next";
import { isNarrowed, marketSearch } from "#lib/events/market/market-search.ts";
import { FrontPage } from "./_browse/front-page.tsx";
import { ResultsPage } from "./_browse/results-page.tsx";
import { searchInWords } from "./_browse/search-address.ts";

type Asked = Awaited<PageProps<"/">["searchParams"]>;

export async function generateMetadata({ searchParams }: PageProps<"/">): Promise<Metadata> {
  const asked = await searchParams;
  const search = marketSearch.parse(asked);
  return isSearch(asked) ? { title: searchInWords(search) } : { alternates: { canonical: "/" } };
}

/** The wall of what there is; with anything asked for in the address, what a search finds. */
export default async function BrowsePage({ searchParams }: PageProps<"/">) {
  const asked = await searchParams;
  if (!isSearch(asked)) return <FrontPage />;
  const { after, before } = asked;
  return <ResultsPage search={marketSearch.parse(asked)} place={{ after, before }} />;
}

function isSearch(asked: Asked): boolean {
  return (
    isNarrowed(marketSearch.parse(asked)) || ["sort", "after", "before"].some((name) => asked[name])
  );
}
