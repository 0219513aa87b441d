import { ButtonLink } from "#components/ui/button.tsx";

/** For its seller: a listing form that begins with what this ticket says. */
export function AnotherLikeThis({ ticketId }: { ticketId: string }) {
  return (
    <ButtonLink variant="link" href={`/tickets/new?like=${ticketId}`} prefetch={false}>
      List another like this
    </ButtonLink>
  );
}
