import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { currencies } from "#kernel/money.ts";
import { countByCategory } from "#lib/events/market/front-page.ts";
import {
  listMarketEvents,
  listNearest,
  type MarketPage,
  type Place,
} from "#lib/events/market/list-market-events.ts";
import type { MarketSearch } from "#lib/events/market/market-search.ts";
import { CategoryChips } from "./category-chips.tsx";
import { FollowPrints } from "./follow-prints.tsx";
import { MoreFilters } from "./more-filters.tsx";
import { printFacts } from "./print-facts.ts";
import { PrintWall } from "./print-wall.tsx";
import { everything, keptFields, searchAddress, searchInWords } from "./search-address.ts";
import { SearchField } from "./search-field.tsx";

/** What a search finds, a page of it. */
export async function ResultsPage({ search, place }: { search: MarketSearch; place: Place }) {
  const [page, counts] = await Promise.all([listMarketEvents(search, place), countByCategory()]);
  return (
    <Page title={searchInWords(search)} width="wide" dense>
      <div className="flex flex-col gap-4">
        <SearchField words={search.q} kept={keptFields(search)} />
        <CategoryChips counts={counts} search={search} />
        <MoreFilters search={search} currencies={currencies} />
      </div>
      <div className="mt-8">
        {page.roughly && page.events.length > 0 && (
          <p className="mb-6 text-soft">Nothing is spelled like that. This comes close:</p>
        )}
        {page.events.length > 0 ? (
          <FollowPrints ids={page.events.map(({ id }) => id)}>
            <PrintWall prints={page.events.map(printFacts)} headingLevel={2} />
          </FollowPrints>
        ) : (
          <Nothing search={search} />
        )}
        <Pages search={search} page={page} />
      </div>
    </Page>
  );
}

async function Nothing({ search }: { search: MarketSearch }) {
  const nearest = await listNearest(search);
  return (
    <>
      <EmptyState
        title="Nothing fits that search"
        action={
          <ButtonLink href={everything} variant="quiet">
            Show everything
          </ButtonLink>
        }
      >
        {nearest.length > 0
          ? "Try fewer words or filters. These come nearest:"
          : "Try fewer words, another spelling, or all categories."}
      </EmptyState>
      {nearest.length > 0 && (
        <div className="mt-8">
          <PrintWall prints={nearest.map(printFacts)} headingLevel={3} />
        </div>
      )}
    </>
  );
}

function Pages({ search, page }: { search: MarketSearch; page: MarketPage }) {
  const { before, after } = page;
  if (!before && !after) return null;
  return (
    <nav aria-label="Pages" className="mt-12 flex justify-between gap-4">
      {before ? (
        <ButtonLink href={searchAddress(search, { before })} variant="quiet" rel="prev">
          Before these
        </ButtonLink>
      ) : (
        <span />
      )}
      {after && (
        <ButtonLink href={searchAddress(search, { after })} variant="quiet" rel="next">
          More events
        </ButtonLink>
      )}
    </nav>
  );
}
