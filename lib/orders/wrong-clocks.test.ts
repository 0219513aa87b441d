import { sql } from "drizzle-orm";
import { afterEach, describe, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { expireLapsedOrders } from "#lib/expiration/expire-lapsed-orders.ts";
import { expireOrder } from "#lib/expiration/expire-order.ts";
import { reconcilePayments } from "#lib/payments/reconcile/reconcile-payments.ts";
import { settleOrder } from "#lib/payments/settle/settle-order.ts";
import { anEvent, anOrder, aTicket } from "#test/support/factories.ts";
import { passTime } from "#test/support/movable-clock.ts";
import { orderRow, ticketRow } from "#test/support/read-back.ts";
import { useDatabase } from "#test/support/use-database.ts";
import { aPayment, moneyOf, payWith, sandbox, useStripe } from "#test/support/use-stripe.ts";

useDatabase();
useStripe();
afterEach(() => {
  vi.useRealTimers();
  sandbox().advanceClock(ownClockWrong / 1000);
  ownClockWrong = 0;
});
let ownClockWrong = 0;

const minute = 60_000;

/** Of this process only: the database and Stripe, which here lives in it, keep the right time. */
function setOwnClockWrong(by: number): void {
  ownClockWrong = by;
  sandbox().advanceClock(-by / 1000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + by });
}

describe.each([5_000, -5_000, 20 * minute, -20 * minute])("a server %i ms off", (by) => {
  test("locks for fifteen minutes of the database's, and ends orders no earlier", async () => {
    const right = Date.now();
    const startsAt = new Date(right + 30 * minute); // for a server 20 minutes fast: in ten
    const { id: ticketId } = await aTicket({ eventId: await anEvent({ startsAt }) });
    setOwnClockWrong(by);
    const { orderId } = await anOrder({ ticketId });
    const { createdAt, expiresAt } = await orderRow(orderId);
    expect(expiresAt.getTime() - createdAt.getTime()).toBe(15 * minute);
    expect(Math.abs(createdAt.getTime() - right)).toBeLessThan(4_000);
    await passTime(890);
    await Promise.all([expireOrder(orderId), expireLapsedOrders(), reconcilePayments()]);
    expect((await orderRow(orderId)).status).toBe("created");
    await passTime(10);
    await expireOrder(orderId);
    expect((await orderRow(orderId)).cancelReason).toBe("expired");
    expect((await ticketRow(ticketId)).orderId).toBeNull();
  });

  test("takes the money of who paid in time, and of nobody else", async () => {
    const [inTime, tooLate] = [await aPayment(), await aPayment()];
    setOwnClockWrong(by);
    await passTime(890);
    await payWith("pm_card_visa", inTime.stripeId);
    await passTime(11);
    await payWith("pm_card_visa", tooLate.stripeId);
    for (const { orderId } of [inTime, tooLate]) await settleOrder(orderId);
    expect(moneyOf(inTime.stripeId)).toEqual(["authorized", "captured"]);
    expect(moneyOf(tooLate.stripeId)).toEqual(["authorized", "released"]);
  });
});

test.each(["2027-03-28T00:55:00Z", "2027-10-31T00:55:00Z"])(
  "in the night the clocks change, from %s, a lock lasts fifteen minutes",
  async (night) => {
    await db().execute(sql`set time zone 'Europe/Amsterdam'`); // of one connection; the others have the machine's
    await passTime((Date.parse(night) - Date.now()) / 1000);
    const startsAt = new Date(Date.parse(night) + 24 * 60 * minute);
    const eventId = await anEvent({ startsAt });
    const orders = await Promise.all(
      [1, 2, 3].map(async () => {
        const { id: ticketId } = await aTicket({ eventId });
        return orderRow((await anOrder({ ticketId })).orderId);
      }),
    );
    for (const { createdAt, expiresAt } of orders)
      expect(expiresAt.getTime() - createdAt.getTime()).toBe(15 * minute);
    await passTime(899);
    expect(await expireLapsedOrders()).toBe(0);
    await passTime(2);
    expect(await expireLapsedOrders()).toBe(orders.length);
  },
);
