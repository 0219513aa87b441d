import type { Metadata } from "next";
import { addressWith, readListAddress } from "#app/_parts/list-address.ts";
import { ListPages } from "#app/_parts/list-pages.tsx";
import { ListSearch } from "#app/_parts/list-search.tsx";
import { ListSection } from "#app/_parts/list-section.tsx";
import { ListedStub } from "#app/_parts/listed-stub.tsx";
import { NothingMentions } from "#app/_parts/nothing-mentions.tsx";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { AnotherLikeThis } from "#app/tickets/another-like-this.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { formatMoney } from "#kernel/money.ts";
import { listListings } from "#lib/tickets/list-listings.ts";
import type { ListedTicket } from "#lib/tickets/listed-ticket.ts";
import { requireUser } from "#lib/web/session.ts";

const path = "/sales";

export const metadata: Metadata = { title: "My sales" };

export default async function SalesPage({ searchParams }: PageProps<"/sales">) {
  const query = await searchParams;
  const user = await requireUser(addressWith(path, query));
  const { words, page } = readListAddress(query);
  const { beingPaidFor, rows, newer, older } = await listListings(user.id, words, page);
  const { justListed, others } = listedWith(query["listed"], rows);
  const shown = [...beingPaidFor, ...rows];
  if (shown.length === 0 && words === "") return <NoListings />;
  return (
    <Page
      title="My sales"
      width="wide"
      actions={
        <ButtonLink href="/tickets/new" variant="quiet">
          Sell a ticket
        </ButtonLink>
      }
    >
      <RefreshWhenFree tickets={shown} />
      {justListed.length > 0 && (
        <div className="mb-8">
          <Notice tone="information" title={`${justListed.length} tickets are listed`}>
            Each is sold by itself. You find them here, and what becomes of them.
          </Notice>
        </div>
      )}
      <ListSearch
        path={path}
        label="Find a ticket of yours"
        all={shown.length > 0 && "Show all tickets"}
        words={words}
      />
      <ListSection title="Being paid for now" rows={beingPaidFor}>
        {stub}
      </ListSection>
      <ListSection title={justListed.length > 0 && "Just listed"} rows={justListed}>
        {stub}
      </ListSection>
      <ListSection title={others.length < shown.length && "All others"} rows={others}>
        {stub}
      </ListSection>
      {shown.length === 0 && words && (
        <NothingMentions what="ticket" words={words} path={path} beside={false} />
      )}
      <ListPages path={path} words={words} newer={newer} older={older} />
    </Page>
  );
}

/** What one press of the sell form listed together with this ticket, which an address names: all of it at one moment. */
function listedWith(id: string | string[] | undefined, rows: ListedTicket[]) {
  const first = rows.find((ticket) => ticket.id === id);
  const isOne = (ticket: ListedTicket) =>
    ticket.eventId === first?.eventId && ticket.createdAt.getTime() === first.createdAt.getTime();
  const justListed = rows.filter(isOne);
  if (justListed.length < 2) return { justListed: [], others: rows };
  const others = rows.filter((ticket) => !isOne(ticket));
  return { justListed: justListed.toReversed(), others }; // by their seats, as they were named
}

function stub(ticket: ListedTicket, headingLevel: 2 | 3) {
  return (
    <ListedStub
      ticket={ticket}
      viewer={ticket.sellerId}
      href={`/tickets/${ticket.id}`}
      headingLevel={headingLevel}
      note={<Note {...ticket} />}
    />
  );
}

function Note({ id, sale, price, currency }: ListedTicket) {
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      {sale === "sold" && <p>Sold for {formatMoney({ amount: price, currency })}</p>}
      <AnotherLikeThis ticketId={id} />
    </div>
  );
}

function NoListings() {
  return (
    <Page title="My sales" width="wide">
      <EmptyState
        print="One to spare"
        title="You have not listed anything yet"
        action={<ButtonLink href="/tickets/new">Sell a ticket</ButtonLink>}
      >
        Tickets you offer, and what each of them sold for, are kept here.
      </EmptyState>
    </Page>
  );
}
