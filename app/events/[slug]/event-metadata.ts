import type { Metadata } from "next";
import { eventLabel } from "#lib/events/event-label.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import { formatMoneyShort } from "#kernel/money.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";
import { eventPath } from "./event-address.ts";
import { type SharedEvent, sharedPosterAddress } from "./shared/shared-poster-address.ts";

/** What is told of an event where it is found or shared. Each of its pages, however filtered, is at one address. */
export function eventMetadata(event: FoundEvent, market: EventMarket | null): Metadata {
  const { title } = event;
  const url = eventPath(event);
  const description = `${eventLabel(event)}. ${whatIsOffered(event, market)}`;
  return {
    title,
    description,
    alternates: { canonical: url },
    ...shared({ title, description, url, event }),
  };
}

type Shared = { title: string; description: string; url: string; event: SharedEvent };

/** What other sites show beside a link to a page: the words, and the poster of its event. */
export function shared({ title, description, url, event }: Shared): Metadata {
  const poster = {
    url: sharedPosterAddress(event),
    width: 1200,
    height: 630,
    type: "image/png",
    alt: `Poster for ${event.title}`,
  };
  return {
    openGraph: {
      title,
      description,
      url,
      siteName: "Rowlock",
      type: "website",
      locale: "en_GB",
      images: [poster],
    },
    twitter: { card: "summary_large_image", title, description, images: [poster] },
  };
}

function whatIsOffered({ state }: FoundEvent, market: EventMarket | null): string {
  if (state === "called-off") return "The event was called off.";
  const [lowest] = market?.lowest ?? [];
  if (!lowest) return "Tickets from fans to fans.";
  return `Tickets from fans to fans from ${formatMoneyShort(lowest)}, held for you while you pay.`;
}
