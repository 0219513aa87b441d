import { BrowseFilters } from "#app/_parts/browse-filters.tsx";
import { ListedStub } from "#app/_parts/listed-stub.tsx";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatEventDate } from "#components/event-dates.ts";
import { Page } from "#components/ui/page.tsx";
import { categories, type Category } from "#kernel/categories.ts";
import { searchWords } from "#kernel/text-fields.ts";
import { listTicketsForSale } from "#lib/tickets/list-tickets.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { currentUser } from "#lib/web/session.ts";

export default async function BrowsePage({ searchParams }: PageProps<"/">) {
  const { q, category } = await searchParams;
  const words = typeof q === "string" ? searchWords(q, 120) : "";
  const chosen = categories.find((name) => name === category);
  const [user, found] = await Promise.all([currentUser(), listTicketsForSale(words, chosen)]);
  return (
    <Page
      title="Tickets from fans to fans"
      lead="The ticket is held for you while you pay. You are only charged if it is yours."
      width="wide"
    >
      <BrowseFilters words={words} category={chosen} />
      <RefreshWhenFree tickets={found} />
      {found.length === 0 ? <NothingFound words={words} category={chosen} /> : null}
      {byDay(found).map(([day, tickets]) => (
        <section key={day} className="mt-12" aria-label={day}>
          <h2 className="mb-4 text-2xl">{day}</h2>
          <ul className="flex flex-col gap-4">
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <ListedStub ticket={ticket} viewer={user?.id} href={`/tickets/${ticket.id}`} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

function byDay(tickets: ListedTicket[]): [string, ListedTicket[]][] {
  return [
    ...Map.groupBy(tickets, ({ event }) => formatEventDate(event.startsAt, event.timeZone, "date")),
  ];
}

function NothingFound({ words, category }: { words: string; category: Category | undefined }) {
  const filtered = words !== "" || category !== undefined;
  return (
    <div className="mt-12">
      <EmptyState
        title={filtered ? "Nothing fits that search" : "No tickets are for sale yet"}
        action={
          filtered ? (
            <ButtonLink href="/" variant="quiet">
              Show all tickets
            </ButtonLink>
          ) : (
            <ButtonLink href="/tickets/new">Sell a ticket</ButtonLink>
          )
        }
      >
        {filtered
          ? "Try fewer words, another spelling, or all categories."
          : "Have one you cannot use? Be the first to offer it."}
      </EmptyState>
    </div>
  );
}
