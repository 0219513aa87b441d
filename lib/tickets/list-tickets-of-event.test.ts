import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { encodeCursor } from "#kernel/cursor.ts";
import { type EventId, newId } from "#kernel/ids.ts";
import { findEventBySlug, type FoundEvent } from "#lib/events/find-event.ts";
import { aTicket, aUser, anEvent, anOrder, callOff } from "#test/support/factories.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { countOffered, listSoldPrices, readEventMarket, selectLatelySold } from "./event-market.ts";
import {
  listOf,
  listTicketsOfEvent,
  selectRows,
  type TicketFilters,
} from "./list-tickets-of-event.ts";

useDatabase();

const anything: TicketFilters = { section: null, admits: null };
type Place = Parameters<typeof listTicketsOfEvent>[3];

async function found(eventId: EventId): Promise<FoundEvent> {
  const event = await findEventBySlug(eventId);
  if (!event) throw new Error("The event is gone.");
  return event;
}

async function page(eventId: EventId, filters: Partial<TicketFilters> = {}, place: Place = {}) {
  const [event, market] = [await found(eventId), await readEventMarket(eventId)];
  return listTicketsOfEvent(event, market, { ...anything, ...filters }, place);
}

/** Every page from the first on, by the links that a reader has. */
async function pages(eventId: EventId, filters: Partial<TicketFilters> = {}) {
  const all = [await page(eventId, filters)];
  for (let next = all[0]?.next; next; next = all.at(-1)?.next)
    all.push(await page(eventId, filters, { after: next }));
  return all;
}

/** Straight into the table: `sold` and `withdrawn` of them first, as cheap as can be; the others cost more and more. */
async function plant(given: {
  size: number;
  sold?: number;
  withdrawn?: number;
  eventId?: EventId;
}) {
  const { size, sold = 0, withdrawn = 0, eventId = await anEvent() } = given;
  const sellerId = await aUser();
  await db().transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`); // no foreign key asks after the orders
    await tx.execute(sql`
      insert into tickets (id, user_id, event_id, title, title_folded, price, currency, section, admits, order_id,
        locked_until, sold_at, withdrawn_at)
      select gen_random_uuid(), ${sellerId}, ${eventId}, 'A seat', 'a seat', 1000 + n / 3 * 10, 'eur',
        'Block ' || n % 7, n % 4 + 1, case when n < ${sold} then gen_random_uuid() end,
        case when n < ${sold} then clock_timestamp() end,
        case when n < ${sold} then clock_timestamp() - n * interval '1 minute' end,
        case when n >= ${sold} and n < ${sold + withdrawn} then clock_timestamp() end
      from generate_series(0, ${size - 1}::int) as n`);
  });
  return eventId;
}

test("what is for sale is found behind any number of cheaper tickets that are not", async () => {
  const eventId = await plant({ size: 1200, sold: 400, withdrawn: 200 });
  const [first] = await pages(eventId);
  expect(first?.tickets).toHaveLength(25);
  expect(await readEventMarket(eventId)).toMatchObject({ available: 600, held: 0 });
  expect(await listSoldPrices(eventId)).toEqual([1000, 1000, 1000, 1010, 1010].map(euros));
});

const euros = (amount: number) => ({ amount, currency: "eur" });

test("page by page, forwards and back, each ticket is shown once, by price and then by id", async () => {
  const eventId = await plant({ size: 130 });
  const all = await pages(eventId);
  expect(all.map(({ tickets }) => tickets.length)).toEqual([25, 25, 25, 25, 25, 5]);
  const rows = all.flatMap(({ tickets }) => tickets);
  const places = rows.map(({ price, id }) => `${String(price).padStart(9)} ${id}`);
  expect(places).toEqual(places.toSorted());
  expect(new Set(places).size).toBe(130);
  const ids = all.map(({ tickets }) => tickets.map(({ id }) => id));
  const back = [];
  for (let at = all.at(-1); at?.previous;) {
    at = await page(eventId, {}, { before: at.previous });
    back.push(at.tickets.map(({ id }) => id));
  }
  expect(back.toReversed()).toEqual(ids.slice(0, -1));
  expect([all[0]?.previous, all.at(-1)?.next]).toEqual([null, null]);
});

test("tickets in several currencies come currency by currency, each by price", async () => {
  const eventId = await anEvent();
  for (const currency of ["usd", "eur", "jpy"] as const)
    for (let price = 10; price > 0; price -= 1)
      await aTicket({ eventId, currency, price: price * 100 });
  const rows = (await pages(eventId)).flatMap(({ tickets }) => tickets);
  expect(rows.map(({ currency, price }) => `${currency} ${price}`)).toEqual(
    ["eur", "jpy", "usd"].flatMap((name) =>
      Array.from({ length: 10 }, (_, index) => `${name} ${(index + 1) * 100}`),
    ),
  );
  const { lowest } = await readEventMarket(eventId);
  expect(lowest).toHaveLength(3);
});

test("a page ends at what it was asked for: a section however it is written, a number of people", async () => {
  const eventId = await anEvent();
  const market = ["Café Éden", "cafe eden", "Balcony", null];
  for (const section of market) await aTicket({ eventId, section, admits: section ? 1 : 4 });
  const shown = async (filters: Partial<TicketFilters>) =>
    (await page(eventId, filters)).tickets
      .map(({ section }) => section ?? "none")
      .toSorted((a, b) => a.localeCompare(b));
  expect(await shown({ section: "CAFÉ EDEN" })).toEqual(["cafe eden", "Café Éden"]);
  expect(await shown({ section: "Balcony", admits: 1 })).toEqual(["Balcony"]);
  expect(await shown({ admits: 4 })).toEqual(["none"]);
  expect(await shown({ section: "Cellar" })).toEqual([]);
  const { sections, admits } = await readEventMarket(eventId);
  expect(sections.map(({ count }) => count)).toEqual([1, 2]);
  expect(admits).toEqual([
    { people: 1, count: 3 },
    { people: 4, count: 1 },
  ]);
});

test("a filter's pages have all that fits it, and nothing else", async () => {
  const eventId = await plant({ size: 700 });
  const rows = (await pages(eventId, { section: "block 3", admits: 2 })).flatMap(
    ({ tickets }) => tickets,
  );
  expect(rows).toHaveLength(25);
  expect(new Set(rows.map(({ section, admits }) => `${section} ${admits}`))).toEqual(
    new Set(["Block 3 2"]),
  );
});

test.each(["after", "before"])(
  "a made-up, foreign or stale cursor (%s) shows the first page",
  async (side) => {
    const [eventId, other] = [await plant({ size: 60 }), await plant({ size: 60 })];
    const [first, foreign] = [await page(eventId), await page(other)];
    const end = { after: 2 ** 31 - 1, before: 0 }[side] ?? 0;
    const beyond = encodeCursor([eventId, "eur", end, newId<"ticket">()]);
    const made = ["", "x", "%00", "a".repeat(500), encodeCursor([eventId, "xyz", 1, "no"]), ["a"]];
    for (const cursor of [...made, foreign.next, beyond])
      expect(await page(eventId, {}, { [side]: cursor })).toMatchObject({
        tickets: first.tickets.map(({ id }) => ({ id })),
        previous: null,
      });
  },
);

test("a ticket being paid for is told from one that can be bought, with its end and its holder", async () => {
  const eventId = await anEvent();
  const [free, taken] = [await aTicket({ eventId, price: 100 }), await aTicket({ eventId })];
  const { buyerId } = await anOrder({ ticketId: taken.id });
  const { tickets } = await page(eventId);
  expect(tickets).toMatchObject([
    { id: free.id, sale: "available", freeAt: null, holderId: null },
    { id: taken.id, sale: "locked", freeAt: expect.any(Date), holderId: buyerId },
  ]);
  expect(await readEventMarket(eventId)).toMatchObject({
    available: 1,
    held: 1,
    lowest: [euros(100)],
  });
});

test("of an event that is called off nothing is listed", async () => {
  const { eventId } = await aTicket();
  await callOff(eventId);
  expect((await page(eventId)).tickets).toEqual([]);
});

test("no query of the page reads a whole table", async () => {
  const eventId = await plant({ size: 2000, sold: 500, withdrawn: 100 });
  for (let others = 0; others < 16; others += 1) await plant({ size: 500, sold: 100 });
  await db().execute(sql`
    insert into events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'slug', n, 'title', n))).*
    from events e, generate_series(1, 2000) as n where e.id = ${eventId}`);
  for (let made = 0; made < 3; made += 1) await anOrder();
  await db().execute(sql`analyze tickets, events, orders`);
  const market = await readEventMarket(eventId);
  const place = { currency: "eur", price: 4000, id: newId<"ticket">() };
  const list = listOf(eventId, market, anything);
  const bySection = listOf(eventId, market, { section: "Block 3", admits: 2 });
  const byCurrency = listOf(
    eventId,
    { ...market, lowest: [...market.lowest, ...market.lowest] },
    anything,
  );
  const queries = {
    market: countOffered(eventId),
    sold: selectLatelySold(eventId),
    first: selectRows(list, null, "after"),
    after: selectRows(list, place, "after"),
    before: selectRows(list, place, "before"),
    bySection: selectRows(bySection, null, "after"),
    byCurrency: selectRows(byCurrency, place, "after"),
  };
  for (const [name, query] of Object.entries(queries))
    expect({ name, scans: await scansOf(query.getSQL()) }).toEqual({ name, scans: [] });
});

/** The tables of tickets and events that a query reads from end to end. */
async function scansOf(query: ReturnType<ReturnType<typeof countOffered>["getSQL"]>) {
  const plan = [...(await db().execute(sql`explain ${query}`))].map((row) =>
    Object.values(row).join(),
  );
  return plan.filter((line) => /Seq Scan on (tickets|events)/.test(line));
}
