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
