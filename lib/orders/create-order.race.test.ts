import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { waitUntilWaiting, whileTicketRowIsLocked } from "#test/support/barrier.ts";
import { anEvent, anOrder, aRequest, aTicket, aUser, someUsers } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { orderRow, ordersOfTicket, storyOf, ticketRow } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { updateTicket, updateTicketInput } from "#lib/tickets/update-ticket.ts";
import { createOrder } from "./create-order.ts";

useDatabase();

const crowd = 200;
const times = (count: number) => Array.from({ length: count });

test("of 200 buyers at once one gets the ticket and 199 are told that it is locked", async () => {
  const { id } = await aTicket();
  const buyers = await someUsers(crowd);
  const { done, refused } = await tally(buyers.map((buyer) => createOrder(buyer, aRequest(id))));
  expect(refused).toEqual({ "ticket-locked": crowd - 1 });
  expect((await ordersOfTicket(id)).map((order) => order.id)).toEqual(done);
  expect((await ticketRow(id)).orderId).toBe(done[0]);
  expect(await storyOf(id)).toEqual(["TicketUpdated:locked"]);
});

test("the same for a lock that has just lapsed, and the old order lapses once", async () => {
  const old = await anOrder();
  await passTime(900);
  const buyers = await someUsers(crowd);
  const { done, refused } = await tally(
    buyers.map((buyer) => createOrder(buyer, aRequest(old.ticketId))),
  );
  expect({ done: done.length, refused }).toEqual({
    done: 1,
    refused: { "ticket-locked": crowd - 1 },
  });
  expect(await ordersOfTicket(old.ticketId)).toHaveLength(2);
  expect(await storyOf(old.orderId)).toEqual(["OrderCreated", "OrderExpired"]);
  expect(await storyOf(old.ticketId)).toEqual([
    "TicketUpdated:locked",
    "TicketUpdated:unlocked",
    "TicketUpdated:locked",
  ]);
});

test("a repeated request reserves once", async () => {
  const [{ id }, buyer] = [await aTicket(), await aUser()];
  const request = aRequest(id);
  const answers = await Promise.all(times(20).map(() => createOrder(buyer, request)));
  expect(new Set(answers).size).toBe(1);
  expect(await ordersOfTicket(id)).toHaveLength(1);
});

test("two tabs of one buyer land on one order", async () => {
  const [{ id }, buyer] = [await aTicket(), await aUser()];
  const answers = await Promise.all(times(10).map(() => createOrder(buyer, aRequest(id))));
  expect(new Set(answers).size).toBe(1);
  expect(await ordersOfTicket(id)).toHaveLength(1);
});

test("one buyer locking six tickets at once gets three", async () => {
  const buyerId = await aUser();
  const six = await Promise.all(times(6).map(() => aTicket()));
  const { done, refused } = await tally(six.map(({ id }) => createOrder(buyerId, aRequest(id))));
  expect({ done: done.length, refused }).toEqual({
    done: 3,
    refused: { "too-many-live-orders": 3 },
  });
});

test("one request key for two tickets at once makes one order", async () => {
  const [buyer, requestKey] = [await aUser(), randomUUID()];
  const two = [await aTicket(), await aTicket()];
  const answers = await Promise.all(
    two.map(({ id }) => createOrder(buyer, aRequest(id, { requestKey }))),
  );
  expect(new Set(answers).size).toBe(1);
});

test("an edit and a lock in the same instant: one of them happens, and the buyer pays what stands there", async () => {
  for (const _ of times(15)) {
    const { id, sellerId } = await aTicket({ price: 4500 });
    const edit = updateTicketInput.parse({
      ticketId: id,
      version: 1,
      title: "Stalls",
      price: "99",
    });
    const buyer = await aUser();
    const { refused } = await tally<unknown>([
      updateTicket(sellerId, edit),
      createOrder(buyer, aRequest(id)),
    ]);
    const [orders, { price }] = [await ordersOfTicket(id), await ticketRow(id)];
    if (orders[0])
      expect([orders[0].price, price, refused]).toEqual([4500, 4500, { "ticket-locked": 1 }]);
    else expect([price, refused]).toEqual([9900, { "ticket-changed": 1 }]);
  }
});

test("a buyer who waits for the row lock until the event has begun is judged after the wait", async () => {
  const startsAt = new Date(Date.now() + 60_000);
  const { id } = await aTicket({ eventId: await anEvent({ startsAt }) });
  const buyer = await aUser();
  let waiting: Promise<unknown> = Promise.resolve();
  await whileTicketRowIsLocked(id, async () => {
    waiting = refusalOf(createOrder(buyer, aRequest(id)));
    await waitUntilWaiting(1);
    await passTime(61);
  });
  expect(await waiting).toMatchObject({ code: "event-over" });
});

test("different tickets at once do not get in each other's way", async () => {
  const made = await Promise.all(times(40).map(() => anOrder()));
  const statuses = await Promise.all(
    made.map(async ({ orderId }) => (await orderRow(orderId)).status),
  );
  expect(new Set(statuses)).toEqual(new Set(["created"]));
});
