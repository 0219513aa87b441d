import Link from "next/link";

/** For its seller: a listing form that begins with what this ticket says. Quiet, because each of a list has one. */
export function AnotherLikeThis({ ticketId }: { ticketId: string }) {
  return (
    <Link
      href={`/tickets/new?like=${ticketId}`}
      prefetch={false}
      className="inline-flex min-h-11 items-center font-medium underline decoration-edge underline-offset-4 hover:decoration-ink"
    >
      List another like this
    </Link>
  );
}
