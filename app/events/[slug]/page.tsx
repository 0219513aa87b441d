import type { Metadata } from "next";
import { cache } from "react";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { CarriedPoster } from "#components/posters/carried-poster.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import type { EventState } from "#lib/events/event-state.ts";
import { findEventBySlug } from "#lib/events/find-event.ts";
import { listSoldPrices, readEventMarket } from "#lib/tickets/event-market.ts";
import { Breadcrumb } from "./breadcrumb.tsx";
import { eventMetadata } from "./event-metadata.ts";
import { EventFacts } from "./event-facts.tsx";
import { StructuredFacts } from "./structured-facts.tsx";
import { TicketsOfEvent } from "./tickets-of-event.tsx";

const findEvent = cache(findEventBySlug);
const findMarket = cache(readEventMarket);

export async function generateMetadata({ params }: PageProps<"/events/[slug]">): Promise<Metadata> {
  const event = await findEvent((await params).slug);
  if (!event) return { title: "Not found" };
  return eventMetadata(event, event.state === "upcoming" ? await findMarket(event.id) : null);
}

export default async function EventPage({ params, searchParams }: PageProps<"/events/[slug]">) {
  const event = await findEvent((await params).slug);
  if (!event) return nothingHere();
  const { title, category, venue, state } = event;
  const [market, sold] = await Promise.all([
    state === "upcoming" ? findMarket(event.id) : null,
    listSoldPrices(event.id),
  ]);
  return (
    <Page title={title} width="wide" eyebrow={<Breadcrumb category={category} />}>
      <StructuredFacts event={event} market={market} />
      <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-5 gap-y-8 md:grid-cols-[16rem_minmax(0,1fr)] md:grid-rows-[auto_1fr] md:gap-x-10">
        <div className="self-start md:sticky md:top-8 md:row-span-2">
          <CarriedPoster
            slug={event.slug}
            eventTitle={title}
            category={category}
            detail={venue}
            decorative
          />
        </div>
        <EventFacts event={event} />
        <section
          aria-labelledby="tickets-heading"
          className="col-span-2 min-w-0 md:col-span-1 md:col-start-2"
        >
          {market ? (
            <TicketsOfEvent event={event} market={market} sold={sold} search={await searchParams} />
          ) : (
            <NoLongerSold state={state} />
          )}
        </section>
      </div>
    </Page>
  );
}

const whyNoLongerSold: Partial<Record<EventState, string>> = {
  begun: "This event has begun: tickets for it are no longer sold.",
  "called-off": "This event was called off: tickets for it are no longer sold.",
};

function NoLongerSold({ state }: { state: EventState }) {
  const others = (
    <ButtonLink variant="quiet" href="/">
      Other events
    </ButtonLink>
  );
  return (
    <>
      <h2 id="tickets-heading" className="mb-4 text-2xl">
        Tickets
      </h2>
      <Notice tone="information" action={others}>
        {whyNoLongerSold[state]}
      </Notice>
    </>
  );
}
