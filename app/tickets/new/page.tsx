import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { addressWith } from "#app/_parts/list-address.ts";
import { ticketFieldValues } from "#app/tickets/ticket-field-values.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Page } from "#components/ui/page.tsx";
import { lastDayOfWindow } from "#lib/events/event-fields.ts";
import { findSellable, type FoundEvent } from "#lib/events/find-event.ts";
import { countries } from "#kernel/countries.ts";
import { parseId, type UserId } from "#kernel/ids.ts";
import { zonesOf } from "#kernel/time-zones.ts";
import { findTicket } from "#lib/tickets/find-ticket.ts";
import { requireUser } from "#lib/web/session.ts";
import type { EventToSell } from "./event-to-sell.ts";
import { SellForm } from "./sell-form.tsx";

export const metadata: Metadata = { title: "Sell a ticket" };

export default async function SellPage({ searchParams }: PageProps<"/tickets/new">) {
  const { event, like } = await searchParams;
  const user = await requireUser(addressWith("/tickets/new", { event, like }));
  const model = await findOwn(user.id, like);
  const named = typeof event === "string" ? event : model && model.event.slug;
  const chosen = named ? await findSellable(named) : null;
  return (
    <Page
      title="Sell a ticket"
      width="wide"
      lead="Listing is free. You set the price, and a buyer pays exactly that."
    >
      {named && !chosen && (
        <div className="mb-6">
          <Notice tone="information">
            Tickets for the event you came from cannot be sold any more. Choose another one.
          </Notice>
        </div>
      )}
      <SellForm
        cameFrom={chosen && toSell(chosen)}
        values={model ? ticketFieldValues(model) : {}}
        requestKey={randomUUID()}
        countries={countryNames()}
        lastDay={lastDayOfWindow()}
      />
    </Page>
  );
}

function toSell({ id, title, category, startsAt, timeZone, venue, city }: FoundEvent): EventToSell {
  return { id, title, category, startsAt, timeZone, venue, city };
}

/** The ticket to begin with: another person's is none, exactly like one that does not exist. */
async function findOwn(sellerId: UserId, id: string | string[] | undefined) {
  const ticketId = typeof id === "string" ? parseId<"ticket">(id) : null;
  const ticket = ticketId && (await findTicket(ticketId));
  return ticket && ticket.sellerId === sellerId ? ticket : null;
}

function countryNames() {
  const names = new Intl.DisplayNames("en", { type: "region" });
  return countries
    .map((code) => ({ code, name: names.of(code) ?? code, timeZones: zonesOf(code) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}
