"use client"; // its fields are sent once, as a page, and not again as data

import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import type { Currency } from "#kernel/money.ts";
import type { MarketSearch, Sort } from "#lib/events/market/market-search.ts";

const sortNames: Record<Sort, string> = {
  soonest: "Soonest first",
  cheapest: "Cheapest first",
  newest: "Newest first",
};

const sorts = Object.keys(sortNames) as Sort[]; // the keys of a literal

type MoreFiltersProps = { search: MarketSearch; currencies: readonly Currency[] };

/** What is asked for more seldom: open while something of it is. Sent like any form, so it needs no JavaScript. */
export function MoreFilters({ search, currencies }: MoreFiltersProps) {
  const { q, category, when, city, from, to, max, currency, admits, sort } = search;
  const used = Boolean(city || from || to || max || admits || sort !== "soonest");
  const kept = Object.entries({ q, category, when }).filter(([, value]) => value);
  return (
    <details className="border-y border-line" open={used}>
      <summary className="min-h-11 cursor-pointer py-2.5 font-medium">
        City, dates, price, order
      </summary>
      <form action="/" className="grid gap-4 pt-2 pb-6 sm:grid-cols-2 lg:grid-cols-4">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField label="City" name="city" defaultValue={city} maxLength={500} />
        <TextField label="From" name="from" type="date" defaultValue={from} />
        <TextField label="To" name="to" type="date" defaultValue={to} />
        <TextField
          label="Tickets for so many"
          name="admits"
          type="number"
          min={1}
          max={20}
          defaultValue={admits}
        />
        <TextField label="Up to" name="max" inputMode="decimal" defaultValue={max} maxLength={20} />
        <SelectField
          label="In"
          name="currency"
          defaultValue={currency}
          hint="Other currencies are compared roughly."
        >
          {currencies.map((each) => (
            <option key={each} value={each}>
              {each.toUpperCase()}
            </option>
          ))}
        </SelectField>
        <SelectField label="Order" name="sort" defaultValue={sort}>
          {sorts.map((each) => (
            <option key={each} value={each}>
              {sortNames[each]}
            </option>
          ))}
        </SelectField>
        <div className="self-start sm:mt-7">
          <Button type="submit" variant="quiet" wide>
            Show
          </Button>
        </div>
      </form>
    </details>
  );
}
