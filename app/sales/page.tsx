import type { Metadata } from "next";
import { ListedStub } from "#app/_parts/listed-stub.tsx";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Page } from "#components/ui/page.tsx";
import { formatMoney } from "#kernel/money.ts";
import { listListings } from "#lib/tickets/list-tickets.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { requireUser } from "#lib/web/session.ts";

export const metadata: Metadata = { title: "My sales" };

export default async function SalesPage() {
  const user = await requireUser("/sales");
  const listings = await listListings(user.id);
  return (
    <Page
      title="My sales"
      width="wide"
      actions={listings.length > 0 && <ButtonLink href="/tickets/new">Sell a ticket</ButtonLink>}
    >
      {listings.length === 0 && (
        <EmptyState
          title="You have not listed anything yet"
          action={<ButtonLink href="/tickets/new">Sell a ticket</ButtonLink>}
        >
          Tickets you offer, and what each of them sold for, are kept here.
        </EmptyState>
      )}
      <RefreshWhenFree tickets={listings} />
      <ul className="flex flex-col gap-4">
        {listings.map((ticket) => (
          <li key={ticket.id}>
            <ListedStub
              ticket={ticket}
              viewer={user.id}
              href={`/tickets/${ticket.id}`}
              headingLevel={2}
              note={note(ticket)}
            />
          </li>
        ))}
      </ul>
    </Page>
  );
}

function note({ sale, price, currency }: ListedTicket): string | undefined {
  if (sale === "sold") return `Sold for ${formatMoney({ amount: price, currency })}`;
  return undefined;
}
