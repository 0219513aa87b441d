import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { type EventId, newId, type UserId } from "#kernel/ids.ts";
import { anEvent, aUser } from "#test/support/factories.ts";
import { domainEventsOf, only, ticketRow } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { inTransaction } from "#db/transaction.ts";
import { rateLimitsByName } from "#lib/rate-limit/rate-limits.ts";
import { waitUntilWaiting } from "#test/support/barrier.ts";
import { limitListings } from "./limit-listings.ts";
import { createTicket, createTicketInput } from "./create-ticket.ts";

useDatabase();

const list = (sellerId: UserId, typed: Record<string, string>) =>
  createTicket(sellerId, createTicketInput.parse({ title: "Two seats", price: "19.99", ...typed }));
const eventRow = async (eventId: EventId) =>
  only(await db().select().from(events).where(eq(events.id, eventId)));
const listingsOf = (sellerId: UserId) =>
  db().select().from(tickets).where(eq(tickets.userId, sellerId));

const described = {
  category: "match",
  venue: "De Kuip",
  city: "Rotterdam",
  country: "NL",
  timeZone: "Europe/Amsterdam",
  startsAt: "2031-05-04T20:30",
};

test.each(["id", "slug"] as const)(
  "a ticket for an event of the catalogue, chosen by its %s",
  async (by) => {
    const sellerId = await aUser();
    const title = `Evening ${newId()}`;
    const eventId = await anEvent({ title });
    await anEvent({ title, city: "Utrecht", venue: "Tivoli" });
    const event = await eventRow(eventId);
    const id = await list(sellerId, { eventId: event[by], section: "A", row: "", seat: "12" });
    expect(await ticketRow(id)).toMatchObject({
      userId: sellerId,
      eventId,
      title: "Two seats",
      price: 1999,
      currency: "eur",
      version: 1,
      section: "A",
      row: null,
      seat: "12",
      admits: 1,
      orderId: null,
      soldAt: null,
    });
    expect(only(await domainEventsOf(id))).toMatchObject({
      type: "TicketCreated",
      data: { ticketId: id, eventId, sellerId, price: 1999, currency: "eur" },
    });
  },
);

test("a ticket for a new event, described by its seller, at the venue's own time", async () => {
  const id = await list(await aUser(), { event: "Feyenoord – Ajax", ...described });
  const { eventId } = await ticketRow(id);
  const event = only(await db().select().from(events).where(eq(events.id, eventId)));
  expect(event).toMatchObject({ title: "Feyenoord – Ajax", venue: "De Kuip", category: "match" });
  expect(event.startsAt.toISOString()).toBe("2031-05-04T18:30:00.000Z");
});

test("two sellers describing the same new event at once list for one event", async () => {
  const sellers = [await aUser(), await aUser(), await aUser()];
  const ids = await Promise.all(
    sellers.map((seller) => list(seller, { event: "The same", ...described })),
  );
  const listed = await Promise.all(ids.map((id) => ticketRow(id)));
  expect(new Set(listed.map(({ eventId }) => eventId)).size).toBe(1);
});

test("an event that is neither chosen nor described in full asks for what is missing", async () => {
  const sellerId = await aUser();
  const refusal = await refusalOf(list(sellerId, { event: "Something new" }));
  expect(refusal).toMatchObject({
    code: "invalid-input",
    details: { fields: { venue: expect.anything(), startsAt: expect.anything() } },
  });
  expect(await listingsOf(sellerId)).toEqual([]);
});

test("an event that has begun is refused, and nothing of it is kept", async () => {
  const sellerId = await aUser();
  const past = { event: "Long ago", ...described, startsAt: "2019-05-04T20:30" };
  const refusal = await refusalOf(list(sellerId, past));
  expect(refusal).toMatchObject({
    code: "invalid-input",
    details: { fields: { startsAt: expect.anything() } },
  });
  expect(await listingsOf(sellerId)).toEqual([]);
  expect(await db().select().from(events).where(eq(events.title, "Long ago"))).toEqual([]);
});

const times = (count: number) => Array.from({ length: count });

test("the same press arriving again lists nothing, and leads to what was listed", async () => {
  const sellerId = await aUser();
  const press = { eventId: await anEvent(), seat: "12", requestKey: randomUUID() };
  const id = await list(sellerId, press);
  expect(await list(sellerId, press)).toBe(id);
  expect(await listingsOf(sellerId)).toHaveLength(1);
  expect(await domainEventsOf(id)).toHaveLength(1);
});

test.each(["chosen", "described"])(
  "ten presses at once, for an event %s, list once, and all are led there",
  async (how) => {
    const sellerId = await aUser();
    const event =
      how === "chosen" ? { eventId: await anEvent() } : { event: `New ${newId()}`, ...described };
    const press = { ...event, requestKey: randomUUID() };
    const ids = await Promise.all(times(10).map(() => list(sellerId, press)));
    expect(new Set(ids).size).toBe(1);
    expect(await listingsOf(sellerId)).toHaveLength(1);
  },
);

test("a press that waits for another which is given up lists itself", async () => {
  const sellerId = await aUser();
  const press = { eventId: await anEvent(), requestKey: randomUUID() };
  let waiting: Promise<unknown> = Promise.resolve();
  const givenUp = inTransaction(async (tx) => {
    const { eventId, requestKey } = press;
    const other = { id: newId<"ticket">(), userId: sellerId, title: "Given up" };
    await tx.insert(tickets).values({ eventId, requestKey, price: 1, currency: "eur", ...other });
    waiting = list(sellerId, press);
    await waitUntilWaiting(1);
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  await waiting;
  expect(await listingsOf(sellerId)).toMatchObject([{ title: "Two seats" }]);
});

test.each([
  { seat: "13" },
  { title: "One seat" },
  { price: "20" },
  { admits: "2" },
  { currency: "gbp" },
])("a form that has listed one ticket and now says %o is asked, not swallowed", async (changed) => {
  const sellerId = await aUser();
  const press = { eventId: await anEvent(), seat: "12", requestKey: randomUUID() };
  await list(sellerId, press);
  const refusal = await refusalOf(list(sellerId, { ...press, ...changed }));
  expect(refusal).toMatchObject({ code: "already-listed" });
  expect(await listingsOf(sellerId)).toHaveLength(1);
  await list(sellerId, { ...press, ...changed, requestKey: randomUUID() });
  expect(await listingsOf(sellerId)).toHaveLength(2);
});

test("so it is for another event, and an event that it describes is not added", async () => {
  const [sellerId, requestKey] = [await aUser(), randomUUID()];
  await list(sellerId, { eventId: await anEvent(), requestKey });
  const title = `Another ${newId()}`;
  const refusal = await refusalOf(list(sellerId, { event: title, ...described, requestKey }));
  expect(refusal).toMatchObject({ code: "already-listed" });
  expect(await db().select().from(events).where(eq(events.title, title))).toEqual([]);
});

test("a request key is its seller's alone", async () => {
  const press = { eventId: await anEvent(), requestKey: randomUUID() };
  const ids = [await list(await aUser(), press), await list(await aUser(), press)];
  expect(new Set(ids).size).toBe(2);
});

test.each([undefined, "", "no key", "'; drop table tickets; --"])(
  "without a request key of ours (%o) each press is a listing of its own",
  async (requestKey) => {
    const [sellerId, eventId] = [await aUser(), await anEvent()];
    const press = requestKey === undefined ? { eventId } : { eventId, requestKey };
    await list(sellerId, press);
    await list(sellerId, press);
    expect(await listingsOf(sellerId)).toHaveLength(2);
  },
);

test("a press refused for what it says can be mended and sent again with its key", async () => {
  const sellerId = await aUser();
  const press = { eventId: await anEvent(), requestKey: randomUUID() };
  await refusalOf(list(sellerId, { ...press, price: "19.999" }));
  const id = await list(sellerId, press);
  expect(await listingsOf(sellerId)).toMatchObject([{ id, requestKey: press.requestKey }]);
});

test("who has listed as often as they may is still led to what a repeated press has listed", async () => {
  const sellerId = await aUser();
  const press = { eventId: await anEvent(), requestKey: randomUUID() };
  await limitListings(sellerId, press.requestKey);
  await list(sellerId, press);
  for (const _ of times(rateLimitsByName.listBySeller.burst - 1)) await limitListings(sellerId);
  expect(await refusalOf(limitListings(sellerId, randomUUID()))).toMatchObject({
    code: "too-many-requests",
  });
  for (const _ of times(3)) await limitListings(sellerId, press.requestKey);
});
