import type { Metadata } from "next";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { eventLabel } from "#lib/events/event-label.ts";
import { lastDayOfWindow } from "#lib/events/event-fields.ts";
import { findSellable, listUpcomingEvents } from "#lib/events/find-event.ts";
import { countries } from "#kernel/countries.ts";
import { listedTimeZones, zonesOf } from "#kernel/time-zones.ts";
import { requireUser } from "#lib/web/session.ts";
import { SellForm } from "./sell-form.tsx";

export const metadata: Metadata = { title: "Sell a ticket" };

export default async function SellPage({ searchParams }: PageProps<"/tickets/new">) {
  const { event: slug } = await searchParams;
  const named = typeof slug === "string" ? slug : null;
  const path = named ? `/tickets/new?event=${encodeURIComponent(named)}` : "/tickets/new";
  await requireUser(path);
  const [listed, chosen] = await Promise.all([listUpcomingEvents(), named && findSellable(named)]);
  // The list is bounded: an event beyond it is chosen on its own page, which leads here.
  const beyond = chosen && !listed.some(({ id }) => id === chosen.id) ? [chosen] : [];
  return (
    <Page
      title="Sell a ticket"
      width="narrow"
      lead="Listing is free. Your ticket is sold as a whole, at the price you set."
    >
      {named && !chosen && (
        <div className="mb-6">
          <Notice tone="information">
            Tickets for the event you came from cannot be sold any more. Choose another one.
          </Notice>
        </div>
      )}
      <SellForm
        events={[...beyond, ...listed].map((event) => ({
          value: event.id,
          label: eventLabel(event),
        }))}
        chosen={chosen ? chosen.id : ""}
        countries={countryNames()}
        timeZones={listedTimeZones}
        lastDay={lastDayOfWindow()}
      />
    </Page>
  );
}

function countryNames() {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code, timeZones: zonesOf(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}
