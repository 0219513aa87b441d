import type { Metadata } from "next";
import { cache } from "react";
import { nothingHere } from "#app/_parts/nothing-here.tsx";
import { ListedStub } from "#app/_parts/listed-stub.tsx";
import { RefreshWhenFree } from "#app/_parts/refresh-when-free.tsx";
import { formatEventDate, timeZoneName } from "#components/event-dates.ts";
import { Written } from "#components/written.tsx";
import { Poster } from "#components/posters/poster.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import type { EventState } from "#lib/events/event-state.ts";
import { findEventBySlug } from "#lib/events/find-event.ts";
import { categoryNames } from "#kernel/categories.ts";
import { listTicketsOfEvent } from "#lib/tickets/list-tickets.ts";
import { currentUser } from "#lib/web/session.ts";

const findEvent = cache(findEventBySlug);

const whyNoLongerSold = {
  begun: "This event has begun: tickets for it are no longer sold.",
  "called-off": "This event was called off: tickets for it are no longer sold.",
} satisfies Record<Exclude<EventState, "upcoming">, string>;

function NoLongerSold({ state }: { state: keyof typeof whyNoLongerSold }) {
  const others = (
    <ButtonLink variant="quiet" href="/">
      Other events
    </ButtonLink>
  );
  return (
    <div className="mb-4">
      <Notice tone="information" action={others}>
        {whyNoLongerSold[state]}
      </Notice>
    </div>
  );
}

export async function generateMetadata({ params }: PageProps<"/events/[slug]">): Promise<Metadata> {
  const event = await findEvent((await params).slug);
  return { title: event?.title ?? "Not found" };
}

export default async function EventPage({ params }: PageProps<"/events/[slug]">) {
  const event = await findEvent((await params).slug);
  if (!event) return nothingHere();
  const [user, tickets] = await Promise.all([currentUser(), listTicketsOfEvent(event.id)]);
  const { title, category, venue, city, startsAt, timeZone, state } = event;
  const sellYours = (
    <ButtonLink href={`/tickets/new?event=${encodeURIComponent(event.slug)}`} variant="quiet">
      Sell yours
    </ButtonLink>
  );
  const day = formatEventDate(startsAt, timeZone, "date");
  const time = formatEventDate(startsAt, timeZone, "time");
  return (
    <Page
      title={title}
      width="wide"
      eyebrow={categoryNames[category]}
      lead={
        <>
          {day}, {time} ({timeZoneName(startsAt, timeZone)}) · <Written>{venue}</Written>,{" "}
          <Written>{city}</Written>
        </>
      }
      actions={state === "upcoming" && tickets.length > 0 && sellYours}
    >
      <div className="grid gap-8 md:grid-cols-[16rem_1fr]">
        <div className="hidden md:block">
          <Poster eventTitle={title} category={category} detail={venue} decorative />
        </div>
        <section aria-labelledby="tickets-heading">
          <h2 id="tickets-heading" className="mb-4 text-2xl">
            Tickets
          </h2>
          {state !== "upcoming" && <NoLongerSold state={state} />}
          {state === "upcoming" && tickets.length === 0 && (
            <EmptyState title="No tickets right now" headingLevel={3} action={sellYours}>
              Nobody offers one yet. Look again later.
            </EmptyState>
          )}
          <RefreshWhenFree tickets={tickets} />
          <ul className="flex flex-col gap-4">
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <ListedStub ticket={ticket} viewer={user?.id} href={`/tickets/${ticket.id}`} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}
