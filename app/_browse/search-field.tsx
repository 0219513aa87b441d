import { Button } from "#components/ui/button.tsx";
import { SearchBox } from "./search-box.tsx";

type SearchFieldProps = {
  words: string;
  /** What else the search keeps, as hidden fields. */
  kept?: [string, string][];
  large?: boolean;
};

/** The search as a form that any browser can send: what is looked for stands in the address. */
export function SearchField({ words, kept = [], large = false }: SearchFieldProps) {
  return (
    <search>
      <form action="/" className={`flex items-end gap-2 sm:gap-4 ${large ? "max-w-2xl" : ""}`}>
        <div className="min-w-0 flex-1">
          <SearchBox words={words} />
        </div>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit">Search</Button>
      </form>
    </search>
  );
}
