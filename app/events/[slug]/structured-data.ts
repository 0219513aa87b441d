import { categoryNames } from "#kernel/categories.ts";
import { editablePrice } from "#kernel/money.ts";
import type { FoundEvent } from "#lib/events/find-event.ts";
import type { EventMarket } from "#lib/tickets/event-market.ts";
import { categoryPath } from "./breadcrumb.tsx";
import { eventPath } from "./event-address.ts";

const schema = "https://schema.org";

/** An event and what is offered for it, in the words of schema.org. `appUrl` is where this app is reached. */
export function eventData(event: FoundEvent, market: EventMarket | null, appUrl: string) {
  const { title, startsAt, timeZone, venue, city, country, state } = event;
  const url = new URL(eventPath(event), appUrl).href;
  return {
    "@context": schema,
    "@type": "Event",
    name: title,
    url,
    startDate: withOffset(startsAt, timeZone),
    eventStatus: `${schema}/${state === "called-off" ? "EventCancelled" : "EventScheduled"}`,
    eventAttendanceMode: `${schema}/OfflineEventAttendanceMode`,
    location: {
      "@type": "Place",
      name: venue,
      address: { "@type": "PostalAddress", addressLocality: city, addressCountry: country },
    },
    offers: market ? offersOf(market, url) : [],
  };
}

/** What somebody is paying for is no offer to anybody else. */
function offersOf({ available, lowest }: EventMarket, url: string) {
  if (available === 0) return [];
  return lowest.map((price) => ({
    "@type": "AggregateOffer",
    url,
    availability: `${schema}/InStock`,
    priceCurrency: price.currency.toUpperCase(),
    lowPrice: editablePrice(price),
    ...(lowest.length === 1 && { offerCount: available }),
  }));
}

export function breadcrumbData(event: FoundEvent, appUrl: string) {
  const { category, title } = event;
  const trail = [
    { name: "All events", path: "/" },
    { name: categoryNames[category], path: categoryPath(category) },
    { name: title, path: eventPath(event) },
  ];
  return {
    "@context": schema,
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: new URL(path, appUrl).href,
    })),
  };
}

/** "2031-05-17T20:30:00+02:00": by the clocks at the venue, and how far those are from UTC. */
export function withOffset(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "longOffset",
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const offset = part["timeZoneName"]?.slice("GMT".length) || "+00:00";
  return `${part["year"]}-${part["month"]}-${part["day"]}T${part["hour"]}:${part["minute"]}:${part["second"]}${offset}`;
}
