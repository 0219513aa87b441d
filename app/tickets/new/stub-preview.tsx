"use client";

import { type StubEvent, stubFacts } from "#app/_parts/stub-facts.ts";
import { TicketStub } from "#components/ticket-stub.tsx";
import { useReadersTimeZone } from "#components/use-readers-time-zone.ts";
import { categories } from "#kernel/categories.ts";
import { currencies, formatMoney, parsePrice } from "#kernel/money.ts";
import { timeZoneOfPlace } from "#kernel/time-zones.ts";
import { momentAt } from "./moment-at.ts";

type StubPreviewProps = {
  /** The fields of the form by their names, as they are typed so far. */
  typed: Partial<Record<string, string>>;
  /** The event chosen from the list, if one is. */
  chosen: StubEvent | undefined;
  countries: { code: string; timeZones: string[] }[];
};

/** The ticket as a buyer will see it. Only where it can follow what is typed: without JavaScript there is none. */
export function StubPreview({ typed, chosen, countries }: StubPreviewProps) {
  const here = useReadersTimeZone();
  if (!here) return null;
  const event = chosen ?? describedEvent(typed, countries, here);
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
  const { title = "", section = "", row = "", seat = "", admits = "" } = typed;
  const ticket = { title: title || "Its title", section, row, seat, admits: Number(admits) || 1 };
  const currency = currencies.find((code) => code === typed["currency"]) ?? "eur";
  const price = parsePrice(typed["price"] ?? "", currency);
  const facts = stubFacts(event, ticket, {
    amount: typeof price === "number" ? price : 0,
    currency,
  });
  return (
    <TicketStub
      {...facts}
      price={typeof price === "number" ? formatMoney({ amount: price, currency }) : "Its price"}
      tone="open"
      words="Available"
      headingLevel={3}
    />
  );
}

/** An event that is described here: none until it has a name and a start, which is told by the clocks at the venue. */
function describedEvent(
  {
    event = "",
    category,
    venue,
    city = "",
    country,
    timeZone,
    startsAt = "",
  }: StubPreviewProps["typed"],
  countries: StubPreviewProps["countries"],
  here: string,
): StubEvent | null {
  const zones = countries.find(({ code }) => code === country)?.timeZones ?? [];
  const zone = timeZone || timeZoneOfPlace({ city, country: country ?? "" }, zones) || here;
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
