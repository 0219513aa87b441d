import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import type { TicketId, UserId } from "#kernel/ids.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import { updateTicket } from "#lib/tickets/update-ticket.ts";
import { anEvent, anOrder, aTicket, aUser } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { refusalOf } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { cancelOrder } from "./cancel-order.ts";

useDatabase();

type Wish = { buyerId: UserId; ticketId: TicketId };

async function lockAndCancel({ buyerId, ticketId }: Wish, heldSeconds = 1) {
  const { orderId } = await anOrder({ buyerId, ticketId });
  await passTime(heldSeconds);
  await cancelOrder(buyerId, { orderId });
}

test("lock, cancel, lock again: refused from the fifth on, until when is said, and others are served", async () => {
  const ticket = await aTicket();
  const wish = { buyerId: await aUser(), ticketId: ticket.id };
  for (let time = 0; time < 4; time += 1) {
    await lockAndCancel(wish);
    await passTime(1);
  }
  for (let time = 5; time <= 12; time += 1) {
    const refusal = await refusalOf(anOrder(wish));
    expect(refusal).toMatchObject({ code: "cooling-down", details: { of: "this ticket" } });
  }
  const { version, sellerId } = ticket;
  const edit = { title: "Dearer", currency: "eur", section: null, row: null, seat: null } as const;
  await updateTicket(sellerId, { ticketId: ticket.id, version, price: 9900, admits: 1, ...edit });
  await anOrder({ ticketId: ticket.id, ticketVersion: version + 1 });
});

test("a buyer who cancels by mistake locks it again at once", async () => {
  const wish = { buyerId: await aUser(), ticketId: (await aTicket()).id };
  await lockAndCancel(wish);
  await anOrder(wish);
});

test("given up a second before the end, twice, is the same as lapsed twice", async () => {
  const wish = { buyerId: await aUser(), ticketId: (await aTicket()).id };
  await lockAndCancel(wish, 899);
  await lockAndCancel(wish, 899);
  expect(await refusalOf(anOrder(wish))).toMatchObject({ code: "cooling-down" });
  await passTime(30 * 60);
  await anOrder(wish);
});

test("a payment that failed counts like any other end", async () => {
  const wish = { buyerId: await aUser(), ticketId: (await aTicket()).id };
  for (let time = 0; time < 2; time += 1) {
    const { orderId } = await anOrder(wish);
    await passTime(900);
    await expireOrder(orderId);
    await db().update(orders).set({ cancelReason: "payment_failed" }).where(eq(orders.id, orderId));
  }
  expect(await refusalOf(anOrder(wish))).toMatchObject({ code: "cooling-down" });
});

test("time is counted by person: two of them, by turns, each wait for their own", async () => {
  const ticketId = (await aTicket()).id;
  const [one, other] = [await aUser(), await aUser()];
  await lockAndCancel({ buyerId: one, ticketId }, 899);
  await lockAndCancel({ buyerId: other, ticketId }, 60);
  await lockAndCancel({ buyerId: one, ticketId }, 899);
  expect(await refusalOf(anOrder({ buyerId: one, ticketId }))).toMatchObject({
    code: "cooling-down",
  });
  await anOrder({ buyerId: other, ticketId });
});

test.each(["event", "seller"])(
  "from ticket to ticket of one %s, it is others' turn after six locks",
  async (of) => {
    const buyerId = await aUser();
    const [eventId, sellerId] = [await anEvent(), await aUser()];
    const next = () => aTicket(of === "event" ? { eventId } : { sellerId });
    for (let time = 0; time < 6; time += 1) {
      const { id: ticketId } = await next();
      await lockAndCancel({ buyerId, ticketId }, 899);
    }
    const { id: ticketId } = await next();
    // Each was given up a second early: it is the seventh that makes it six.
    await lockAndCancel({ buyerId, ticketId }, 10);
    expect(await refusalOf(anOrder({ buyerId, ticketId }))).toMatchObject({
      code: "cooling-down",
      details: { of: "several tickets" },
    });
    await anOrder({ buyerId });
  },
);

test("what was held hours ago is forgotten", async () => {
  const wish = { buyerId: await aUser(), ticketId: (await aTicket()).id };
  for (let time = 0; time < 2; time += 1) await lockAndCancel(wish, 899);
  await passTime(3 * 60 * 60);
  for (let time = 0; time < 2; time += 1) await lockAndCancel(wish);
  await anOrder(wish);
});
