"use client";

import { type StubEvent, stubFacts } from "#app/_parts/stub-facts.ts";
import { TicketStub } from "#components/ticket-stub.tsx";
import { Written } from "#components/written.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { categories } from "#kernel/categories.ts";
import { currencies, formatMoney, parsePrice } from "#kernel/money.ts";
import { splitPlaces } from "#kernel/split-places.ts";
import type { Place } from "#lib/events/event-fields.ts";
import { momentAt } from "./moment-at.ts";
import { type Country, proposedZone } from "./proposed-zone.ts";

type StubPreviewProps = {
  /** The fields of the form by their names, as they are typed so far. */
  typed: Partial<Record<string, string>>;
  /** The event chosen, if one is. */
  chosen: StubEvent | null;
  countries: Country[];
  /** Where the catalogue has the city that is typed. */
  places: readonly Place[];
};

/** The ticket as a buyer will see it. Only where it can follow what is typed: without JavaScript there is none. */
export function StubPreview({ typed, chosen, countries, places }: StubPreviewProps) {
  const here = useReadersTimeZone();
  if (!here) return null;
  const event =
    chosen ?? describedEvent(typed, (place) => proposedZone(place, countries, places) ?? here);
  return (
    <section aria-labelledby="preview" className="lg:sticky lg:top-8 lg:self-start">
      <h2 id="preview" className="mb-4 text-xl">
        What a buyer will see
      </h2>
      {event ? (
        <PreviewedStub event={event} typed={typed} />
      ) : (
        <p className="border border-dashed border-edge p-6 text-soft">
          Your ticket takes shape here once its event has a name and a start.
        </p>
      )}
    </section>
  );
}

function PreviewedStub({ event, typed }: { event: StubEvent } & Pick<StubPreviewProps, "typed">) {
  const { title = "", section = "", row = "", seat = "" } = typed;
  const { tickets } = splitPlaces(typed);
  const [first, ...others] = tickets;
  const place = { seat: first?.seat ?? seat, admits: first?.admits ?? 1 };
  const ticket = { title: title || "Its title", section, row, ...place };
  const currency = currencies.find((code) => code === typed["currency"]) ?? "eur";
  const price = parsePrice(typed["price"] ?? "", currency);
  const facts = stubFacts(event, ticket, {
    amount: typeof price === "number" ? price : 0,
    currency,
  });
  return (
    <>
      <TicketStub
        {...facts}
        price={typeof price === "number" ? formatMoney({ amount: price, currency }) : "Its price"}
        tone="open"
        words="Available"
        headingLevel={3}
      />
      {others.length > 0 && <Others seats={others.map((other) => other.seat)} />}
    </>
  );
}

/** Those that are listed with it, which differ in nothing but their seat. */
function Others({ seats }: { seats: (string | undefined)[] }) {
  const named = seats.filter((seat) => seat !== undefined);
  return (
    <p className="mt-4 text-sm">
      And {seats.length} more like it
      {named.length > 0 && (
        <>
          , in {named.length > 1 ? "seats" : "seat"} <Written>{named.join(", ")}</Written>
        </>
      )}
      .
    </p>
  );
}

/** An event that is described here: none until it has a name and a start, which is told by the clocks at the venue. */
function describedEvent(
  {
    event = "",
    category,
    venue,
    city = "",
    country = "",
    timeZone,
    startsAt = "",
  }: StubPreviewProps["typed"],
  zoneOf: (place: { city: string; country: string }) => string,
): StubEvent | null {
  const zone = timeZone || zoneOf({ city, country });
  const at = momentAt(startsAt, zone);
  if (!event.trim() || !at) return null;
  return {
    title: event,
    category: categories.find((name) => name === category) ?? "concert",
    startsAt: at,
    timeZone: zone,
    venue: venue || "Its venue",
    city: city || "its city",
  };
}
