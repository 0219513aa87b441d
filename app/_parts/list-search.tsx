import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/field.tsx";

type ListSearchProps = {
  path: string;
  /** Such as "Find an order". */
  label: string;
  /** The way back from what was found, such as "Show all orders". */
  all: string | false;
  words: string;
};

/** Finds something in a person's own list. In the address, so that back, reload and a browser without JavaScript work. */
export function ListSearch({ path, label, all, words }: ListSearchProps) {
  return (
    <search className="mb-8 flex max-w-2xl flex-col">
      <form action={path} className="flex items-end gap-2 sm:gap-4">
        <div className="min-w-0 flex-1">
          <TextField
            key={words}
            label={label}
            name="q"
            type="search"
            placeholder="Event, place or ticket"
            defaultValue={words}
          />
        </div>
        <Button type="submit" variant="quiet">
          Search
        </Button>
      </form>
      {words && all && (
        <p>
          <Link href={path} className="inline-flex min-h-11 items-center text-link">
            {all}
          </Link>
        </p>
      )}
    </search>
  );
}
