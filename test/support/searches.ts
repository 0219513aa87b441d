import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { closeDatabase } from "#db/client.ts";
import { closeWakeConnection } from "#lib/domain-events/wake-relay.ts";
import { listMarketEvents } from "#lib/events/market/list-market-events.ts";
import { marketSearch } from "#lib/events/market/market-search.ts";
import { createTicket, createTicketInput } from "#lib/tickets/create-ticket.ts";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { migrate } from "#stack/migrate.ts";
import { dropDatabase } from "./clone-database.ts";
import { aTicket, aUser } from "./factories.ts";
import { bringToMarket } from "./market.ts";

/** What a search finds, in a database made with `locale`: one that we have not chosen answers the same. */
export function testSearches(locale: string): void {
  const url = new URL(inject("templateUrl"));
  url.pathname = `/rowlock_collation_${crypto.randomUUID().replaceAll("-", "")}`;
  beforeAll(async () => {
    await createWith(url, locale);
    await migrate(url.href);
    process.env["DATABASE_URL"] = url.href;
  });
  afterAll(async () => {
    await Promise.all([closeDatabase(), closeWakeConnection()]);
    await dropDatabase(url.href);
  });

  test("a search finds what people would call the same, however either is written", async () => {
    const listed = {
      event: "Beyoncé · Işık",
      category: "concert",
      venue: "Sala d’Òpera",
      city: "Łódź",
      country: "PL",
      startsAt: "2031-05-04T20:30",
      title: "Zwölf seats",
      price: "45",
      admits: "1",
    };
    const id = await createTicket(await aUser(), createTicketInput.parse(listed));
    await bringToMarket(id);
    const exactly = [
      "BEYONCÉ",
      "beyonce",
      "Beyonce\u0301",
      "IŞIK",
      "işik",
      "SALA D'OPERA",
      "sala dopera",
      "lodz",
      "ZWOLF",
      "Łódź beyoncé",
    ];
    for (const words of exactly)
      expect(await find(words), words).toEqual({ titles: [listed.event], roughly: false });
    for (const words of ["beyonse", "beyonca", "beyonse lodzz"])
      expect(await find(words), words).toEqual({ titles: [listed.event], roughly: true });
    for (const words of ["100%", "zzzz", "beyonce nowhere", "東京"])
      expect((await find(words)).titles, words).toEqual([]);
  });

  test("a changed title is found as it is now", async () => {
    const { id, sellerId } = await aTicket({ title: "Old words" });
    await bringToMarket(id);
    expect((await find("old words")).titles).toHaveLength(1);
    const fields = { title: "ÉTAGE Zwölf", price: "45", admits: "1" };
    await updateTicket(
      sellerId,
      updateTicketInput.parse({ ticketId: id, version: "1", ...fields }),
    );
    await bringToMarket(id);
    expect((await find("etage zwolf")).titles).toHaveLength(1);
    expect((await find("old words")).titles).toEqual([]);
  });
}

async function find(q: string) {
  const { events, roughly } = await listMarketEvents(marketSearch.parse({ q }), {});
  return { titles: events.map(({ title }) => title), roughly };
}

async function createWith(url: URL, locale: string): Promise<void> {
  const server = postgres(new URL("/postgres", url).href, { max: 1 });
  const name = url.pathname.slice(1);
  await server.unsafe(`create database ${name} template template0 encoding 'UTF8' ${locale}`);
  await server.end();
}
