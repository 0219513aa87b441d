import type { Metadata } from "next";
import { Page } from "#components/ui/page.tsx";
import { eventLabel } from "#lib/events/event-label.ts";
import { listUpcomingEvents } from "#lib/events/find-event.ts";
import { lastDayOfWindow } from "#lib/events/event-fields.ts";
import { countries } from "#kernel/countries.ts";
import { listedTimeZones, zonesOf } from "#kernel/time-zones.ts";
import { requireUser } from "#lib/web/session.ts";
import { SellForm } from "./sell-form.tsx";

export const metadata: Metadata = { title: "Sell a ticket" };

export default async function SellPage({ searchParams }: PageProps<"/tickets/new">) {
  const { event: slug } = await searchParams;
  await requireUser(typeof slug === "string" ? `/tickets/new?event=${slug}` : "/tickets/new");
  const events = await listUpcomingEvents();
  const chosen = events.find((event) => event.slug === slug);
  return (
    <Page
      title="Sell a ticket"
      width="narrow"
      lead="Listing is free. Your ticket is sold as a whole, at the price you set."
    >
      <SellForm
        eventLabels={events.map(eventLabel)}
        chosen={chosen ? eventLabel(chosen) : ""}
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
