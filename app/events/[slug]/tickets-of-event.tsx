import { listedLine } from "#app/_parts/listed-line.ts";
import { offerNews } from "#app/_market-news/event-news.ts";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Money } from "#kernel/money.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";
import { listTicketsOfEvent } from "#lib/tickets/list-tickets-of-event.ts";
import { currentUser } from "#lib/web/session.ts";
import { pageAddress, readFilters } from "./event-address.ts";
import { FollowEvent } from "./follow-event.tsx";
import { FollowedLines, MoreTickets } from "./followed-lines.tsx";
import { MarketLine } from "./market-line.tsx";
import { soldWords } from "./sold-words.ts";
import { TicketFiltersForm } from "./ticket-filters.tsx";

type TicketsOfEventProps = {
  event: FoundEvent;
  market: EventMarket;
  sold: Money[];
  search: Record<string, string | string[] | undefined>;
};

/** An upcoming event's tickets on the market, a page of them at a time, and the market as a whole. */
export async function TicketsOfEvent({ event, market, sold, search }: TicketsOfEventProps) {
  const filters = readFilters(search);
  const [user, page] = await Promise.all([
    currentUser(),
    listTicketsOfEvent(event, market, filters, search),
  ]);
  const isEmpty = market.available + market.held === 0;
  const sellYours = (
    <ButtonLink href={`/tickets/new?event=${encodeURIComponent(event.slug)}`} variant="quiet">
      Sell yours
    </ButtonLink>
  );
  return (
    <FollowEvent slug={event.slug} readAt={event.at.getTime()}>
      <div className="mb-6">
        <div className="flex flex-wrap items-center justify-between gap-4">
          <h2 id="tickets-heading" className="text-2xl">
            Tickets
          </h2>
          {!isEmpty && sellYours}
        </div>
        <MarketLine offer={offerNews(market)} sold={soldWords(sold)} />
      </div>
      {isEmpty ? (
        <EmptyState
          print="Full house"
          title="No tickets right now"
          headingLevel={3}
          action={sellYours}
        >
          Nobody offers one yet. Look again later.
        </EmptyState>
      ) : (
        <TicketFiltersForm event={event} market={market} filters={filters} />
      )}
      {page.tickets.length === 0 && <MoreTickets shown={[]} />}
      {!isEmpty && page.tickets.length === 0 && <NothingFits />}
      <RefreshWhenFree tickets={page.tickets} />
      {page.tickets.length > 0 && (
        <FollowedLines lines={page.tickets.map((ticket) => listedLine(ticket, user?.id))} />
      )}
      <Pages
        previous={page.previous && pageAddress(event, filters, { before: page.previous })}
        next={page.next && pageAddress(event, filters, { after: page.next })}
      />
    </FollowEvent>
  );
}

function NothingFits() {
  return (
    <div className="mt-6">
      <EmptyState title="No ticket fits" headingLevel={3}>
        Nobody offers one like that right now. Show all tickets to see the others.
      </EmptyState>
    </div>
  );
}

type PagesProps = { previous: string | null; next: string | null };

function Pages({ previous, next }: PagesProps) {
  if (!previous && !next) return null;
  return (
    <nav aria-label="Pages" className="mt-8 flex flex-wrap justify-between gap-4">
      {previous && (
        <ButtonLink href={previous} rel="prev" variant="quiet">
          Cheaper tickets
        </ButtonLink>
      )}
      {next && (
        <span className="ml-auto">
          <ButtonLink href={next} rel="next" variant="quiet">
            More tickets
          </ButtonLink>
        </span>
      )}
    </nav>
  );
}
