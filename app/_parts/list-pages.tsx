import { pageAddress } from "./list-address.ts";
import { ButtonLink } from "#components/ui/button.tsx";

type ListPagesProps = { path: string; words: string; newer: string | null; older: string | null };

/** The way to the pages beside this one: real links, so that each page has an address. */
export function ListPages({ path, words, newer, older }: ListPagesProps) {
  if (!newer && !older) return null;
  return (
    <nav aria-label="Pages" className="mt-8 flex justify-between gap-4">
      {newer && (
        <ButtonLink variant="quiet" rel="prev" href={pageAddress(path, words, ["before", newer])}>
          <span aria-hidden="true">←</span> Newer
        </ButtonLink>
      )}
      {older && (
        <span className="ml-auto">
          <ButtonLink variant="quiet" rel="next" href={pageAddress(path, words, ["after", older])}>
            Older <span aria-hidden="true">→</span>
          </ButtonLink>
        </span>
      )}
    </nav>
  );
}
