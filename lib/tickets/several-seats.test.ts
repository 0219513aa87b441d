import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { tickets } from "#db/schema/tickets.ts";
import { inTransaction } from "#db/transaction.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { rateLimitsByName } from "#lib/rate-limit/rate-limits.ts";
import { waitUntilWaiting } from "#test/support/barrier.ts";
import { anEvent, aUser } from "#test/support/factories.ts";
import { domainEventsOf, only } from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createTicketInput, createTickets } from "./create-ticket.ts";
import { limitListings } from "./limit-listings.ts";
import { requestKeysOf } from "./request-keys.ts";

useDatabase();

type Typed = Record<string, string>;

const list = (sellerId: UserId, typed: Typed) =>
  createTickets(sellerId, createTicketInput.parse({ title: "A seat", price: "19.99", ...typed }));
const listingsOf = (sellerId: UserId) =>
  db().select().from(tickets).where(eq(tickets.userId, sellerId)).orderBy(tickets.id);
const aPress = async (typed: Typed = {}) => ({
  eventId: await anEvent(),
  section: "B",
  row: "4",
  seat: "12-15",
  selling: "separately",
  requestKey: randomUUID(),
  ...typed,
});

test("four seats sold separately are four tickets, each for one person, told of one by one", async () => {
  const sellerId = await aUser();
  const press = await aPress();
  const ids = await list(sellerId, press);
  const listed = await listingsOf(sellerId);
  expect(listed.map(({ id }) => id)).toEqual(ids);
  expect(listed.map(({ seat }) => seat)).toEqual(["12", "13", "14", "15"]);
  const [first] = listed;
  for (const [index, each] of listed.entries()) {
    expect(each).toMatchObject({ price: 1999, admits: 1, section: "B", row: "4", title: "A seat" });
    expect(each.createdAt).toEqual(first?.createdAt);
    expect(each.requestKey).toBe(requestKeysOf(press.requestKey)[index]);
    expect(only(await domainEventsOf(each.id))).toMatchObject({
      type: "TicketCreated",
      data: { ticketId: each.id, sellerId, eventId: press.eventId, price: 1999 },
    });
  }
});

test("sold only together they are one ticket that admits four", async () => {
  const sellerId = await aUser();
  await list(sellerId, await aPress({ selling: "together" }));
  expect(await listingsOf(sellerId)).toMatchObject([{ seat: "12-15", admits: 4, price: 1999 }]);
});

test("places without numbers are sold separately too", async () => {
  const sellerId = await aUser();
  const typed = { seat: "", row: "", admits: "3", unnumbered: "on", section: "Standing" };
  await list(sellerId, await aPress(typed));
  const standing = { section: "Standing", row: null, seat: null, admits: 1 };
  expect(await listingsOf(sellerId)).toMatchObject([standing, standing, standing]);
});

test.each(["chosen", "described"])(
  "twenty presses at once, for an event %s, list four tickets, and all are led there",
  async (how) => {
    const sellerId = await aUser();
    const described = {
      event: `New ${newId()}`,
      category: "match",
      venue: "De Kuip",
      country: "NL",
    };
    const itsPlace = { ...described, eventId: "", city: "Rotterdam", startsAt: "2031-05-04T20:30" };
    const press = await aPress(how === "described" ? itsPlace : {});
    const answers = await Promise.all(Array.from({ length: 20 }, () => list(sellerId, press)));
    expect(new Set(answers.map((ids) => ids.join())).size).toBe(1);
    expect(await listingsOf(sellerId)).toHaveLength(4);
  },
);

test("a press whose answer was lost is answered as it was, in the same order", async () => {
  const sellerId = await aUser();
  const press = await aPress();
  const ids = await list(sellerId, press);
  expect(await list(sellerId, press)).toEqual(ids);
  expect(await list(sellerId, { ...press, requestKey: press.requestKey.toUpperCase() })).toEqual(
    ids,
  );
  expect(await listingsOf(sellerId)).toHaveLength(4);
});

test.each([
  { seat: "12-14" },
  { seat: "12-16" },
  { seat: "11-14" },
  { seat: "12" },
  { selling: "together" },
  { price: "20" },
])(
  "a form that has listed four and now says %o is asked, and nothing is added",
  async (changed) => {
    const sellerId = await aUser();
    const press = await aPress();
    await list(sellerId, press);
    expect(await refusalOf(list(sellerId, { ...press, ...changed }))).toMatchObject({
      code: "already-listed",
    });
    expect(await listingsOf(sellerId)).toHaveLength(4);
    const again = { ...press, ...changed, requestKey: randomUUID() };
    expect((await list(sellerId, again)).length).toBeGreaterThan(0);
  },
);

test("so is one that has listed one seat and now says four", async () => {
  const sellerId = await aUser();
  const press = await aPress();
  await list(sellerId, { ...press, seat: "12" });
  expect(await refusalOf(list(sellerId, press))).toMatchObject({ code: "already-listed" });
  expect(await listingsOf(sellerId)).toHaveLength(1);
});

test("a press that waits for another which is given up lists all of its own", async () => {
  const sellerId = await aUser();
  const press = await aPress();
  let waiting: Promise<unknown> = Promise.resolve();
  const givenUp = inTransaction(async (tx) => {
    const [requestKey] = requestKeysOf(press.requestKey);
    const other = { id: newId<"ticket">(), userId: sellerId, title: "Given up", requestKey };
    await tx
      .insert(tickets)
      .values({ eventId: press.eventId, price: 1, currency: "eur", ...other });
    waiting = list(sellerId, press);
    await waitUntilWaiting(1);
    throw new Error("given up");
  });
  await expect(givenUp).rejects.toThrow("given up");
  await waiting;
  expect(await listingsOf(sellerId)).toHaveLength(4);
});

const refused: [Typed, string[]][] = [
  [{ selling: "" }, ["selling"]],
  [{ selling: "somehow" }, ["selling"]],
  [{ seat: "15-12" }, ["seat"]],
  [{ seat: "12,12" }, ["seat"]],
  [{ seat: "1-9999" }, ["seat"]],
  [{ seat: "1-9" }, ["seat"]],
  [{ seat: "x".repeat(10_000) }, ["seat"]],
  [{ seat: "1,".repeat(5000) }, ["seat"]],
  [{ seat: "12,\u000013" }, ["seat"]],
  [{ seat: "12,\u202e13" }, ["seat"]],
  [{ admits: "3" }, ["admits"]],
  [{ admits: "9", seat: "" }, ["admits"]],
  [{ admits: "1e1", seat: "" }, ["admits"]],
  [{ unnumbered: "on" }, ["row", "seat"]],
  [{ seat: "15-12", price: "19.999", title: "" }, ["price", "seat", "title"]],
  [{ seat: "15-12", eventId: "" }, ["eventId", "seat"]],
];

test.each(refused)("%o: refused beside its field, and none is listed", async (typed, fields) => {
  const sellerId = await aUser();
  const press = await aPress();
  const refusal = await refusalOf(list(sellerId, { ...press, ...typed }));
  if (refusal.code !== "invalid-input") throw new Error(`Refused as ${refusal.code}.`);
  expect(Object.keys(refusal.details.fields).toSorted()).toEqual(fields);
  expect(await listingsOf(sellerId)).toEqual([]);
  expect(await list(sellerId, press)).toHaveLength(4);
});

test("a new event is added once with all its tickets, and not at all when one of them is refused", async () => {
  const sellerId = await aUser();
  const event = `New ${newId()}`;
  const place = { venue: "De Kuip", city: "Rotterdam", country: "NL", category: "match" };
  const press = await aPress({ eventId: "", event, startsAt: "2031-05-04T20:30", ...place });
  const added = () => db().select().from(events).where(eq(events.title, event));
  await refusalOf(list(sellerId, { ...press, seat: "12,12" }));
  expect(await added()).toEqual([]);
  await list(sellerId, press);
  expect(await added()).toHaveLength(1);
});

test("each ticket of a press counts as a listing, and a press that goes over the limit lists none", async () => {
  const sellerId = await aUser();
  const { burst } = rateLimitsByName.listBySeller;
  for (let left = burst; left >= 8; left -= 8) await limitListings(sellerId, randomUUID(), 8);
  expect(await refusalOf(limitListings(sellerId, randomUUID(), 8))).toMatchObject({
    code: "too-many-requests",
  });
  await limitListings(sellerId, randomUUID(), burst % 8);
  expect(await refusalOf(limitListings(sellerId, randomUUID()))).toMatchObject({
    code: "too-many-requests",
  });
});

test("request keys of one press are UUIDs, each another, and its own comes first", () => {
  const [key, other] = [randomUUID(), randomUUID()];
  const keys = [...requestKeysOf(key), ...requestKeysOf(other)];
  expect(keys[0]).toBe(key);
  expect(new Set(keys).size).toBe(16);
  for (const each of keys)
    expect(each).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-/);
});
