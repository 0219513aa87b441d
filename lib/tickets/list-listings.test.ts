import { expect, test } from "vitest";
import { tickets } from "#db/schema/tickets.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { encodeCursor } from "#kernel/cursor.ts";
import { newestFirst, pageLength, type PageWanted } from "#lib/lists/newest-first.ts";
import { anEvent, anOrder, aTicket, aUser, callOff } from "#test/support/factories.ts";
import { plantBusyPerson } from "#test/support/busy-people.ts";
import { tablesReadWhole } from "#test/support/read-whole.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { listListings, selectHeldListings, selectListings } from "./list-listings.ts";

useDatabase();

const titlesOn = async (sellerId: UserId, words?: string, wanted?: PageWanted) =>
  (await listListings(sellerId, words, wanted)).rows.map(({ title }) => title);

/** Every page from the first to the last, by the links they give, and back again. */
async function walk(sellerId: UserId, words = "") {
  const there = [await listListings(sellerId, words)];
  for (let after = there[0]?.older; after; after = there.at(-1)?.older)
    there.push(await listListings(sellerId, words, { after }));
  const back = [there.at(-1)];
  for (let before = back[0]?.newer; before; before = back.at(-1)?.newer)
    back.push(await listListings(sellerId, words, { before }));
  const ids = (pages: typeof back) => pages.map((page) => page?.rows.map(({ id }) => id));
  return { there: ids(there), back: ids(back).toReversed() };
}

test.each([0, 1, 24, 25, 26, 50, 51, 80])(
  "each of %i listings is on one page, on the way there and on the way back",
  async (count) => {
    const sellerId = await plantBusyPerson(count);
    const { there, back } = await walk(sellerId);
    expect(back).toEqual(there);
    expect(new Set(there.flat()).size).toBe(count);
    expect(there).toHaveLength(Math.max(1, Math.ceil(count / pageLength)));
  },
);

test("the newest are first, whatever is listed meanwhile the pages go on where they were", async () => {
  const sellerId = await plantBusyPerson(60);
  const first = await listListings(sellerId);
  expect(first.rows[0]?.title).toMatch(/^Seat 5[89]$/);
  const second = await listListings(sellerId, "", { after: first.older ?? "" });
  await aTicket({ sellerId, title: "New" });
  expect(await titlesOn(sellerId, "", { after: first.older ?? "" })).toEqual(
    second.rows.map(({ title }) => title),
  );
  expect((await titlesOn(sellerId))[0]).toBe("New");
});

test("words are found in the event, its place and the ticket, folded, every one of them, page by page", async () => {
  const sellerId = await plantBusyPerson(60);
  const eventId = await anEvent({
    title: "Beyoncé",
    venue: "O₂",
    city: "Malmö",
    titleFolded: "beyonce",
    cityFolded: "malmo",
  });
  await aTicket({ sellerId, eventId, title: "Let’s dance", titleFolded: "let's dance" });
  for (const words of ["BEYONCE malmo", "malmö let's", "dance beyoncé", "Bey  MAL"])
    expect(await titlesOn(sellerId, words)).toEqual(["Let’s dance"]);
  expect(await titlesOn(sellerId, "beyonce zürich")).toEqual([]);
  expect(await titlesOn(sellerId, "seat 17 dampf ZURICH")).toEqual(["Seat 17"]);
  expect(await titlesOn(sellerId, "100% _")).toEqual([]);
  const { there, back } = await walk(sellerId, "zurich");
  expect(back).toEqual(there);
  expect(there.map((page) => page?.length)).toEqual([25, 25, 10]);
});

test("a search finds one's own alone", async () => {
  await plantBusyPerson(3);
  expect(await titlesOn(await aUser(), "seat")).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["made up", "nonsense"],
  ["of another list", encodeCursor(["one", 1])],
  ["of a year that no clock shows", encodeCursor([8.64e15, newId()])],
  ["of a row with no id", encodeCursor([1, "'; drop table tickets; --"])],
])("a cursor that is %s shows the first page", async (_, cursor) => {
  const sellerId = await plantBusyPerson(30);
  const first = await listListings(sellerId);
  expect((await listListings(sellerId, "", { after: cursor })).rows).toEqual(shownAs(first.rows));
  expect((await listListings(sellerId, "", { before: cursor })).rows).toEqual(shownAs(first.rows));
});

test("after the last there is the first page again, and before all that there is the last full one", async () => {
  const sellerId = await plantBusyPerson(60);
  const first = await listListings(sellerId);
  const end = encodeCursor([0, newId()]);
  expect((await listListings(sellerId, "", { after: end })).rows).toEqual(shownAs(first.rows));
  expect(await titlesOn(sellerId, "", { before: end })).toContain("Seat 0");
});

/** The same rows, read at another moment. */
function shownAs(rows: { id: string }[]) {
  return rows.map(({ id }): unknown => expect.objectContaining({ id }));
}

test("what is being paid for comes first and once, the lock that ends first above, until it ends", async () => {
  const sellerId = await plantBusyPerson(60);
  const three = [
    await aTicket({ sellerId }),
    await aTicket({ sellerId }),
    await aTicket({ sellerId }),
  ];
  const [one, other, calledOff] = three.map(({ id }) => id);
  for (const ticketId of [other, one, calledOff]) await anOrder(ticketId ? { ticketId } : {});
  await callOff(three[2]?.eventId ?? newId());
  const { beingPaidFor, rows, older } = await listListings(sellerId);
  expect(beingPaidFor.map(({ id }) => id)).toEqual([other, one]);
  expect(rows).toHaveLength(pageLength);
  expect(rows.map(({ id }) => id)).toContain(calledOff);
  expect(rows.filter(({ id }) => id === one || id === other)).toEqual([]);
  const next = await listListings(sellerId, "", { after: older ?? "" });
  expect(next.beingPaidFor).toEqual([]);
  expect((await listListings(sellerId, "seat 17")).beingPaidFor).toEqual([]);
  await passTime(901);
  const later = await listListings(sellerId);
  expect(later.beingPaidFor).toEqual([]);
  const top = later.rows.slice(0, 3).map(({ id }) => id);
  expect(new Set(top)).toEqual(new Set([one, other, calledOff]));
});

test("more of them than go on top are in the list, each at its place", async () => {
  const sellerId = await aUser();
  for (let count = 0; count < 12; count += 1) {
    const { id } = await aTicket({ sellerId });
    await anOrder({ ticketId: id });
  }
  const { beingPaidFor, rows } = await listListings(sellerId);
  const ids = [...beingPaidFor, ...rows].map(({ id }) => id);
  expect([beingPaidFor.length, rows.length, new Set(ids).size]).toEqual([10, 2, 12]);
});

test("among thousands of tickets no page reads a table whole, with words or without", async () => {
  const sellerId = await plantBusyPerson(1500, 6000);
  const { older } = await listListings(sellerId);
  for (const words of ["", "seat 17", "nothing at all"])
    for (const wanted of [{}, { after: older ?? "" }, { before: older ?? "" }]) {
      expect(await tablesReadWhole(selectHeldListings(sellerId, words))).toEqual([]);
      await newestFirst(tickets, wanted, async (window) => {
        const query = selectListings(sellerId, words, window, [newId()]);
        expect(await tablesReadWhole(query)).toEqual([]);
        return query;
      });
    }
});
