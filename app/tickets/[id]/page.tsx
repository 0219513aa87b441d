import type { Metadata } from "next";
import Link from "next/link";
import { cache } from "react";
import { markOf } from "#app/_market-news/ticket-news.ts";
import { shared } from "#app/events/[slug]/event-metadata.ts";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { ListedStub } from "#app/_parts/listed-stub.tsx";
import { standingFor } from "#app/_parts/sale-standing.ts";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { CarriedPoster } from "#components/posters/carried-poster.tsx";
import { Page } from "#components/ui/page.tsx";
import { eventLabel } from "#lib/events/event-label.ts";
import { parseId } from "#kernel/ids.ts";
import { formatMoney } from "#kernel/money.ts";
import { findTicket } from "#lib/tickets/find-ticket.ts";
import { currentUser } from "#lib/web/session.ts";
import { FollowTicket } from "./follow-ticket.tsx";
import { TicketAnswers } from "./ticket-answers.tsx";
import { TicketDecision } from "./ticket-decision.tsx";

const find = cache(async (text: string) => {
  const id = parseId<"ticket">(text);
  return id && findTicket(id);
});

export async function generateMetadata({ params }: PageProps<"/tickets/[id]">): Promise<Metadata> {
  const ticket = await find((await params).id);
  if (!ticket) return { title: "Not found" };
  const { event } = ticket;
  const title = `${event.title}: ${ticket.title}`;
  const description = `${eventLabel(event)}. A ticket from fan to fan, held for you while you pay.`;
  return {
    title,
    description,
    ...shared({ title, description, url: `/tickets/${ticket.id}`, event }),
  };
}

export default async function TicketPage({ params }: PageProps<"/tickets/[id]">) {
  const [ticket, user] = await Promise.all([find((await params).id), currentUser()]);
  if (!ticket) return nothingHere();
  const { event } = ticket;
  return (
    <Page
      title={event.title}
      width="wide"
      eyebrow={
        <Link className="text-link" href={`/events/${event.slug}`}>
          All tickets for this event
        </Link>
      }
    >
      <div className="grid gap-8 md:grid-cols-[1fr_14rem]" data-ticket-state={ticket.sale}>
        <div className="flex flex-col gap-8">
          <ListedStub ticket={ticket} viewer={user?.id} headingLevel={2} underEvent />
          <TicketDecision ticket={ticket} viewer={user?.id} />
          <RefreshWhenFree tickets={[ticket]} />
          <FollowTicket
            ticketId={ticket.id}
            mark={markOf(ticket)}
            readAt={ticket.at.getTime()}
            standing={`${standingFor(ticket, user?.id).words}, ${formatMoney({ amount: ticket.price, currency: ticket.currency })}.`}
          />
          {ticket.sale === "available" && <TicketAnswers ticket={ticket} />}
        </div>
        <div className="max-w-56 md:max-w-none">
          <CarriedPoster
            slug={event.slug}
            eventTitle={event.title}
            category={event.category}
            detail={event.venue}
            decorative
          />
        </div>
      </div>
    </Page>
  );
}
