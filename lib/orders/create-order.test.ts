import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { newId } from "#kernel/ids.ts";
import { findTicket } from "#lib/tickets/find-ticket.ts";
import { anEvent, anOrder, aRequest, aTicket, aUser, callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import {
  domainEventsOf,
  only,
  orderRow,
  ordersOfTicket,
  storyOf,
  ticketRow,
} from "#test/support/read-back.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { createOrder, createOrderInput } from "./create-order.ts";
import { findOrder } from "./find-orders.ts";

useDatabase();

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

test("locks the ticket for fifteen minutes, at the price it has", async () => {
  const ticket = await aTicket({ price: 1999 });
  const { orderId, buyerId } = await anOrder({ ticketId: ticket.id });
  const order = await orderRow(orderId);
  expect(order).toMatchObject({ userId: buyerId, status: "created", price: 1999, currency: "eur" });
  expect(order.expiresAt.getTime() - order.createdAt.getTime()).toBe(900_000);
  expect(await ticketRow(ticket.id)).toMatchObject({
    orderId,
    lockedUntil: order.expiresAt,
    version: 1,
  });
});

test("what happened is told once of the order and once of the ticket, by the transaction that did it", async () => {
  const { orderId, ticketId } = await anOrder();
  const created = only(await domainEventsOf(orderId));
  const locked = only(await domainEventsOf(ticketId));
  expect([created.type, locked.type, locked.xid]).toEqual([
    "OrderCreated",
    "TicketUpdated",
    created.xid,
  ]);
});

test("a ticket somebody is paying for is refused, and says until when", async () => {
  const { orderId, ticketId } = await anOrder();
  const { expiresAt: until } = await orderRow(orderId);
  const refusal = await refusalOf(anOrder({ ticketId }));
  expect(refusal).toEqual({ code: "ticket-locked", details: { until } });
});

test("a lock that has lapsed is no lock: the next buyer closes the old order and takes the ticket", async () => {
  const before = await anOrder();
  await passTime(900);
  const { orderId } = await anOrder({ ticketId: before.ticketId });
  expect(await orderRow(before.orderId)).toMatchObject({
    status: "cancelled",
    cancelReason: "expired",
  });
  expect(await storyOf(before.orderId)).toEqual(["OrderCreated", "OrderExpired"]);
  expect((await ticketRow(before.ticketId)).orderId).toBe(orderId);
});

test("asked again by whoever holds it, from another tab, it is the same order with the same deadline", async () => {
  const { orderId, buyerId, ticketId } = await anOrder();
  const { expiresAt } = await orderRow(orderId);
  await passTime(60);
  expect(await createOrder(buyerId, aRequest(ticketId))).toBe(orderId);
  expect((await orderRow(orderId)).expiresAt).toEqual(expiresAt);
});

test("a seller cannot buy their own", async () => {
  const { id, sellerId } = await aTicket();
  expect(await refusalOf(createOrder(sellerId, aRequest(id)))).toMatchObject({
    code: "own-ticket",
  });
});

test("a price changed between look and click is asked about again, and nothing is locked", async () => {
  const { id } = await aTicket({ price: 5000, version: 2 });
  const refusal = await refusalOf(anOrder({ ticketId: id, ticketVersion: 1 }));
  expect(refusal).toEqual({
    code: "ticket-changed",
    details: { price: 5000, currency: "eur", version: 2 },
  });
  expect(await ordersOfTicket(id)).toEqual([]);
});

test("a ticket that is sold, withdrawn or not there is refused as such", async () => {
  const sold = (await anOrder()).ticketId;
  await db().update(tickets).set({ soldAt: new Date() }).where(eq(tickets.id, sold));
  const withdrawn = (await aTicket({ withdrawnAt: new Date() })).id;
  const codes = [];
  for (const ticketId of [sold, withdrawn, newId<"ticket">()]) {
    codes.push((await refusalOf(anOrder({ ticketId }))).code);
  }
  expect(codes).toEqual(["ticket-sold", "ticket-withdrawn", "ticket-not-found"]);
});

test("a ticket cannot be bought once its event has begun, or was called off: two refusals", async () => {
  const begins = await aTicket({ eventId: await anEvent({ startsAt: inSeconds(60) }) });
  const off = await aTicket({ eventId: await anEvent({ cancelledAt: new Date() }) });
  await passTime(60);
  const codes = [];
  for (const { id: ticketId } of [begins, off]) {
    codes.push((await refusalOf(anOrder({ ticketId }))).code);
  }
  expect(codes).toEqual(["event-over", "event-called-off"]);
});

test("a lock ends when the event begins, and the ticket is nobody's to buy from then on", async () => {
  const startsAt = inSeconds(20);
  const { id: ticketId } = await aTicket({ eventId: await anEvent({ startsAt }) });
  const { orderId, buyerId } = await anOrder({ ticketId });
  expect((await orderRow(orderId)).expiresAt).toEqual(startsAt);
  expect((await ticketRow(ticketId)).lockedUntil).toEqual(startsAt);
  const seen = await findOrder(buyerId, orderId);
  expect(seen?.remainingMs).toBeLessThanOrEqual(20_000);
  expect(seen?.lockMs).toBeLessThanOrEqual(20_000);
  await passTime(20);
  expect(await findOrder(buyerId, orderId)).toMatchObject({
    remainingMs: 0,
    endedFor: "event_over",
    ticket: { sale: "begun" },
  });
  expect(await refusalOf(anOrder({ ticketId }))).toMatchObject({ code: "event-over" });
});

test("a ticket that is locked when its event is called off is refused as called off, and its order is over", async () => {
  const eventId = await anEvent();
  const { id: ticketId } = await aTicket({ eventId });
  const { orderId, buyerId } = await anOrder({ ticketId });
  await callOff(eventId);
  expect(await refusalOf(anOrder({ ticketId }))).toMatchObject({ code: "event-called-off" });
  expect(await findTicket(ticketId)).toMatchObject({ sale: "called-off" });
  expect(await findOrder(buyerId, orderId)).toMatchObject({
    endedFor: "event_over",
    ticket: { sale: "called-off" },
  });
});

test("nobody pays for more than three tickets at once; a lapsed one no longer counts", async () => {
  const buyerId = await aUser();
  for (let count = 0; count < 3; count += 1) await anOrder({ buyerId });
  expect(await refusalOf(anOrder({ buyerId }))).toEqual({
    code: "too-many-live-orders",
    details: { limit: 3 },
  });
  await passTime(900);
  await anOrder({ buyerId });
});

test("whoever lets a ticket lapse twice waits half an hour; others need not", async () => {
  const { buyerId, ticketId } = await anOrder();
  await passTime(900);
  await anOrder({ buyerId, ticketId });
  await passTime(900); // nobody has cleared the second one away yet: it has lapsed all the same
  expect(await refusalOf(anOrder({ buyerId, ticketId }))).toMatchObject({ code: "cooling-down" });
  await anOrder({ ticketId });
  await passTime(30 * 60 + 1);
  await anOrder({ buyerId, ticketId });
});

test("a request of one buyer is no request of another's", async () => {
  const requestKey = randomUUID();
  const mine = await anOrder({ requestKey });
  const theirs = await anOrder({ requestKey });
  expect(theirs.orderId).not.toBe(mine.orderId);
});

test.each([
  { ticketId: "1" },
  { ticketVersion: "0" },
  { ticketVersion: "1.5" },
  { ticketVersion: "" },
  { requestKey: "again" },
])("a form with %o is none of ours", (field) => {
  const good = { ticketId: newId(), ticketVersion: "1", requestKey: randomUUID() };
  expect(createOrderInput.safeParse(good).success).toBe(true);
  expect(createOrderInput.safeParse({ ...good, ...field }).success).toBe(false);
});
