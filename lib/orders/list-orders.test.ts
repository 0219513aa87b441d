import { expect, test } from "vitest";
import { orders } from "#db/schema/orders.ts";
import { newId, type UserId } from "#kernel/ids.ts";
import { newestFirst, pageLength, type PageWanted } from "#lib/lists/newest-first.ts";
import { anEvent, anOrder, aTicket, aUser, callOff } from "#test/support/factories.ts";
import { plantBusyPerson } from "#test/support/busy-people.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { plantOrder } from "#test/support/planted-orders.ts";
import { tablesReadWhole } from "#test/support/read-whole.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { listOrders, selectLiveOrders, selectOtherOrders } from "./list-orders.ts";

useDatabase();

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);

async function walk(buyerId: UserId, words = "") {
  const pages = [await listOrders(buyerId, words)];
  for (let after = pages[0]?.older; after; after = pages.at(-1)?.older)
    pages.push(await listOrders(buyerId, words, { after }));
  return pages;
}

test("each order is on one page; what is under way is above each of them, and nowhere else", async () => {
  const buyerId = await plantBusyPerson(60);
  const { orderId: held } = await anOrder({ buyerId });
  const { id: finishing } = await plantOrder({
    userId: buyerId,
    status: "awaiting_payment",
    paymentAuthorizedAt: new Date(),
  });
  const pages = await walk(buyerId);
  expect(pages.map(({ rows }) => rows.length)).toEqual([25, 25, 10]);
  expect(new Set(pages.flatMap(({ rows }) => idsOf(rows))).size).toBe(60);
  for (const { underWay, rows } of pages) {
    expect(idsOf(underWay).toSorted()).toEqual([held, finishing].toSorted());
    expect(idsOf(rows)).not.toContain(held);
  }
  const [, middle, last] = pages;
  const back = await listOrders(buyerId, "", { before: last?.newer ?? "" });
  expect(idsOf(back.rows)).toEqual(idsOf(middle?.rows ?? []));
});

test("an order whose time is over, or whose event was called off, is among the others before the worker has been there", async () => {
  const [buyerId, eventId] = [await aUser(), await anEvent()];
  const lapsed = await anOrder({ buyerId });
  await passTime(901);
  const calledOff = await anOrder({ buyerId, ticketId: (await aTicket({ eventId })).id });
  await callOff(eventId);
  const { underWay, rows } = await listOrders(buyerId);
  expect(underWay).toEqual([]);
  expect(rows.map(({ id, endedFor }) => [id, endedFor])).toEqual([
    [calledOff.orderId, "event_over"],
    [lapsed.orderId, "expired"],
  ]);
});

test("words are found in the ticket, its event and its place; what is under way stays above what was found", async () => {
  const buyerId = await plantBusyPerson(60);
  const { orderId } = await anOrder({ buyerId });
  const found = await listOrders(buyerId, "SEAT zürich 17");
  expect(found.rows.map(({ ticket }) => ticket.title)).toEqual(["Seat 17"]);
  expect(idsOf(found.underWay)).toEqual([orderId]);
  expect((await walk(buyerId, "dampfzentrale")).map(({ rows }) => rows.length)).toEqual([
    25, 25, 10,
  ]);
  expect((await listOrders(buyerId, "seat nowhere")).rows).toEqual([]);
});

test("one's own alone", async () => {
  await plantBusyPerson(3);
  expect(await listOrders(await aUser(), "seat")).toMatchObject({ rows: [], underWay: [] });
});

test("a cursor that nobody made shows the first page", async () => {
  const buyerId = await plantBusyPerson(30);
  const first = idsOf((await listOrders(buyerId)).rows);
  const wanted: PageWanted[] = [{ after: "x" }, { before: "x" }, { after: "", before: "W10" }];
  for (const each of wanted)
    expect(idsOf((await listOrders(buyerId, "", each)).rows)).toEqual(first);
  expect(first).toHaveLength(pageLength);
});

test("among thousands of orders no page reads a table whole, with words or without", async () => {
  const buyerId = await plantBusyPerson(1500, 6000);
  const { older } = await listOrders(buyerId);
  expect(await tablesReadWhole(selectLiveOrders(buyerId))).toEqual([]);
  for (const words of ["", "seat 17", "nothing at all"])
    for (const wanted of [{}, { after: older ?? "" }, { before: older ?? "" }])
      await newestFirst(orders, wanted, async (window) => {
        const query = selectOtherOrders(buyerId, words, window, [newId()]);
        expect(await tablesReadWhole(query)).toEqual([]);
        return query;
      });
});
