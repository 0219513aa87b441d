import { Chip } from "#components/ui/chip.tsx";
import { categories, type Category, categoryNames } from "#kernel/categories.ts";
import type { MarketSearch } from "#lib/events/market/market-search.ts";
import { searchAddress } from "./search-address.ts";

type CategoryChipsProps = { counts: Map<Category, number>; search: Partial<MarketSearch> };

/** When and what, one touch away: on a phone in one row that is pushed aside. Each keeps what else is asked for. */
export function CategoryChips({ counts, search }: CategoryChipsProps) {
  const { category: chosen, when } = search;
  return (
    <ul
      className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:flex-wrap sm:px-0"
      aria-label="When and what"
    >
      <li>
        <Chip
          href={searchAddress({ ...search, when: when === "tonight" ? undefined : "tonight" })}
          selected={when === "tonight"}
        >
          Tonight
        </Chip>
      </li>
      <li>
        <Chip
          href={searchAddress({ ...search, when: when === "weekend" ? undefined : "weekend" })}
          selected={when === "weekend"}
        >
          This weekend
        </Chip>
      </li>
      {categories
        .filter((name) => counts.has(name) || name === chosen)
        .map((name) => (
          <li key={name}>
            <Chip
              href={searchAddress({ ...search, category: name === chosen ? undefined : name })}
              selected={name === chosen}
            >
              {categoryNames[name]}{" "}
              <span className="tabular font-normal opacity-70">
                {(counts.get(name) ?? 0).toLocaleString("en-GB")}
              </span>
            </Chip>
          </li>
        ))}
    </ul>
  );
}
