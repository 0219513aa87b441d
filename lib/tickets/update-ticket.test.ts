import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { tickets } from "#db/schema/tickets.ts";
import { newId } from "#kernel/ids.ts";
import { refusalSentence } from "#kernel/refusal.ts";
import { anEvent, anOrder, aTicket, aUser, callOff } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { domainEventsOf, orderRow, storyOf, ticketRow } from "#test/support/read-back.ts";
import { refusalOf, tally } from "#test/support/refusals.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { updateTicket, updateTicketInput } from "./update-ticket.ts";
import { withdrawTicket } from "./withdraw-ticket.ts";

useDatabase();

type Ticket = Awaited<ReturnType<typeof aTicket>>;
const reprice = ({ id, sellerId, version }: Ticket, price: string) =>
  updateTicket(
    sellerId,
    updateTicketInput.parse({ ticketId: id, version, title: "Stalls", price }),
  );
const withdraw = ({ id, sellerId, version }: Ticket) =>
  withdrawTicket(sellerId, { ticketId: id, version });

const changes = { edit: (ticket: Ticket) => reprice(ticket, "9.90"), withdraw } as const;
const changing = Object.entries(changes);

test("the seller changes the price, and what happened says so", async () => {
  const ticket = await aTicket({ price: 4500 });
  await reprice(ticket, "40");
  expect(await ticketRow(ticket.id)).toMatchObject({ price: 4000, title: "Stalls", version: 2 });
  expect((await domainEventsOf(ticket.id))[0]?.data).toMatchObject({
    change: "edited",
    price: 4000,
    version: 2,
  });
});

test("the seller withdraws it for good", async () => {
  const ticket = await aTicket();
  await withdraw(ticket);
  expect((await ticketRow(ticket.id)).withdrawnAt).not.toBeNull();
  expect(await storyOf(ticket.id)).toEqual(["TicketWithdrawn"]);
});

test("of two tabs that edit at once one is told that the other was first", async () => {
  const ticket = await aTicket();
  const { done, refused } = await tally([reprice(ticket, "40"), reprice(ticket, "50")]);
  expect({ done: done.length, refused }).toEqual({ done: 1, refused: { "changed-elsewhere": 1 } });
  expect((await ticketRow(ticket.id)).version).toBe(2);
});

test.each(changing)(
  "to %s a ticket somebody is paying for is refused, and says until when",
  async (_, change) => {
    const ticket = await aTicket();
    const { orderId } = await anOrder({ ticketId: ticket.id });
    const { expiresAt: until } = await orderRow(orderId);
    expect(await refusalOf(change(ticket))).toEqual({
      code: "ticket-locked",
      details: { until, yours: true },
    });
    expect(await ticketRow(ticket.id)).toMatchObject({
      price: 4500,
      version: 1,
      withdrawnAt: null,
    });
  },
);

test.each(changing)("to %s what is sold is refused, in words for its seller", async (_, change) => {
  const ticket = await aTicket();
  await anOrder({ ticketId: ticket.id });
  await db().update(tickets).set({ soldAt: new Date() }).where(eq(tickets.id, ticket.id));
  const refusal = await refusalOf(change(ticket));
  expect(refusal.code).toBe("ticket-sold");
  expect(refusalSentence(refusal)).toContain("You have sold");
});

test.each(changing)(
  "to %s what is withdrawn is refused, in words for its seller",
  async (_, change) => {
    const ticket = await aTicket();
    await withdraw(ticket);
    const refusal = await refusalOf(change({ ...ticket, version: 2 }));
    expect(refusal.code).toBe("ticket-withdrawn");
    expect(refusalSentence(refusal)).toContain("You have withdrawn");
  },
);

test.each(changing)(
  "to %s somebody else's ticket is like one that does not exist",
  async (_, change) => {
    const ticket = await aTicket();
    const theirs = await refusalOf(change({ ...ticket, sellerId: await aUser() }));
    const none = await refusalOf(change({ ...ticket, id: newId<"ticket">() }));
    expect(theirs).toEqual(none);
    expect(theirs.code).toBe("ticket-not-found");
  },
);

test.each(changing)(
  "to %s clears a lapsed lock away, in the same transaction",
  async (_, change) => {
    const ticket = await aTicket();
    const { orderId } = await anOrder({ ticketId: ticket.id });
    await passTime(901);
    await change(ticket);
    expect(await orderRow(orderId)).toMatchObject({ status: "cancelled", cancelReason: "expired" });
    expect(await ticketRow(ticket.id)).toMatchObject({
      orderId: null,
      lockedUntil: null,
      version: 2,
    });
    const [made, lapsed] = await domainEventsOf(orderId);
    expect([made?.type, lapsed?.type]).toEqual(["OrderCreated", "OrderExpired"]);
    expect((await domainEventsOf(ticket.id)).at(-1)?.xid).toBe(lapsed?.xid);
  },
);

test("a ticket for an event that has begun is not edited any more", async () => {
  const ticket = await aTicket({
    eventId: await anEvent({ startsAt: new Date(Date.now() + 60_000) }),
  });
  await passTime(61);
  expect(await refusalOf(reprice(ticket, "1"))).toMatchObject({ code: "event-over" });
});

test("a ticket for an event that was called off is not edited any more, and can still be withdrawn", async () => {
  const eventId = await anEvent();
  const ticket = await aTicket({ eventId });
  const { orderId } = await anOrder({ ticketId: ticket.id });
  await callOff(eventId);
  expect(await refusalOf(reprice(ticket, "1"))).toMatchObject({ code: "event-called-off" });
  await withdrawTicket(ticket.sellerId, { ticketId: ticket.id, version: 1 });
  expect(await orderRow(orderId)).toMatchObject({
    status: "cancelled",
    cancelReason: "event_over",
  });
});
