import { DeadEnd } from "#components/dead-end.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { type RefusalReason, refusalSentence } from "#kernel/refusal.ts";

/** In place of the page that a link of an email would lead to. */
export function UnusableLink({ refusal }: { refusal: RefusalReason }) {
  return (
    <DeadEnd
      title="This link does not work"
      actions={
        <>
          <ButtonLink href="/sign-in">Sign in</ButtonLink>
          <ButtonLink href="/forgot-password" variant="quiet">
            Set a new password
          </ButtonLink>
        </>
      }
    >
      <span data-refusal-code={refusal.code}>{refusalSentence(refusal)}</span>
    </DeadEnd>
  );
}
