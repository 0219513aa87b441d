import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Written } from "#components/written.tsx";

type NothingMentionsProps = {
  /** What was looked for, such as "order". */
  what: string;
  words: string;
  path: string;
  /** Whether others are shown above, which were not looked through. */
  beside: boolean;
};

/** A search of one's own list that found nothing: what was searched, and the way to everything. */
export function NothingMentions({ what, words, path, beside }: NothingMentionsProps) {
  return (
    <EmptyState
      title={beside ? "Not another seat in the house" : "Not a seat in the house"}
      action={
        <ButtonLink href={path} variant="quiet">
          Show all {what}s
        </ButtonLink>
      }
    >
      <p className="wrap-anywhere">
        No {beside && "other "}
        {what} of yours mentions “<Written>{words}</Written>”.
      </p>
      <p className="mt-2">
        Every word is looked for in the event, its venue and city, and the ticket’s title: try fewer
        words, or the beginning of one.
      </p>
    </EmptyState>
  );
}
