import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { events } from "#db/schema/events.ts";
import { marketChanges, marketEvents } from "#db/schema/market-events.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventId, TicketId } from "#kernel/ids.ts";
import { createOrder } from "#lib/orders/create-order.ts";
import { withdrawTicket } from "#lib/tickets/withdraw-ticket.ts";
import { aTicket, aUser, anOrder } from "#test/support/factories.ts";
import { bringToMarket } from "#test/support/market.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { only } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { endBegunMarkets } from "./mark-market.ts";

useDatabase();

async function eventOf(ticketId: TicketId): Promise<EventId> {
  return only(await db().select().from(tickets).where(eq(tickets.id, ticketId))).eventId;
}

async function marketOf(eventId: EventId) {
  const [row] = await db().select().from(marketEvents).where(eq(marketEvents.eventId, eventId));
  return row ?? null;
}

test("counts what can be bought and what is being paid for, and names the lowest price", async () => {
  const { ticketId } = await anOrder();
  await bringToMarket(ticketId);
  const eventId = await eventOf(ticketId);
  expect(await marketOf(eventId)).toMatchObject({
    available: 0,
    held: 1,
    fromPrice: 4500,
    fromCurrency: "eur",
    fromWorth: 4500,
    admits: [1],
  });
  await passTime(15 * 60 + 1); // the lock is over, though nobody has cleared it away
  await bringToMarket(ticketId);
  expect(await marketOf(eventId)).toMatchObject({ available: 1, held: 0 });
});

test("an event whose last ticket is withdrawn, or that is called off or begins, is off the market", async () => {
  const { id, sellerId } = await aTicket();
  await bringToMarket(id);
  expect(await marketOf(await eventOf(id))).not.toBeNull();
  await withdrawTicket(sellerId, { ticketId: id, version: 1 });
  await bringToMarket(id);
  expect(await marketOf(await eventOf(id))).toBeNull();

  const off = (await aTicket()).id;
  await bringToMarket(off);
  await db()
    .update(events)
    .set({ cancelledAt: new Date() })
    .where(eq(events.id, await eventOf(off)));
  await bringToMarket(off);
  expect(await marketOf(await eventOf(off))).toBeNull();

  const begun = (await aTicket()).id;
  await bringToMarket(begun);
  await endBegunMarkets();
  expect(await marketOf(await eventOf(begun))).not.toBeNull();
  await passTime(400 * 24 * 60 * 60);
  await endBegunMarkets();
  expect(await marketOf(await eventOf(begun))).toBeNull();
});

test("locks and refreshes at once: what is written last is what is true, and no mark is left", async () => {
  const { id } = await aTicket();
  const buyer = await aUser();
  await Promise.all([
    createOrder(buyer, {
      ticketId: id,
      ticketVersion: 1,
      requestKey: crypto.randomUUID(),
    }).then(() => bringToMarket(id)),
    ...Array.from({ length: 8 }, () => bringToMarket(id)),
  ]);
  expect(await marketOf(await eventOf(id))).toMatchObject({ available: 0, held: 1 });
  expect(await db().$count(marketChanges)).toBe(0);
});

test("what has not changed is not written again", async () => {
  const { id } = await aTicket();
  await bringToMarket(id);
  const before = await marketOf(await eventOf(id));
  await bringToMarket(id);
  expect(await marketOf(await eventOf(id))).toEqual(before);
});
