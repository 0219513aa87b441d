import { Button } from "#components/ui/button.tsx";
import { Chip } from "#components/ui/chip.tsx";
import { TextField } from "#components/ui/field.tsx";
import { categories, type Category, categoryNames } from "#kernel/categories.ts";

type BrowseFiltersProps = { words: string; category: Category | undefined };

/** Search and category live in the address, so that back, reload, sharing and a browser without JavaScript work. */
export function BrowseFilters({ words, category }: BrowseFiltersProps) {
  return (
    <search className="flex flex-col gap-4">
      <form action="/" className="flex items-end gap-2 sm:gap-4">
        <div className="min-w-0 flex-1">
          <TextField
            key={words}
            label="Search"
            name="q"
            type="search"
            placeholder="An act, a team, a place"
            defaultValue={words}
          />
        </div>
        {category && <input type="hidden" name="category" value={category} />}
        <Button type="submit">Search</Button>
      </form>
      <ul className="flex flex-wrap gap-2" aria-label="Categories">
        <li>
          <Chip href={address(words)} selected={!category}>
            Everything
          </Chip>
        </li>
        {categories.map((name) => (
          <li key={name}>
            <Chip href={address(words, name)} selected={name === category}>
              {categoryNames[name]}
            </Chip>
          </li>
        ))}
      </ul>
    </search>
  );
}

function address(words: string, category?: Category): string {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(category && { category }) });
  return query.size > 0 ? `/?${query}` : "/";
}
