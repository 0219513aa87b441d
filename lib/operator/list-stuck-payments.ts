import { and, asc, eq, lt, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ago } from "#db/clock.ts";
import { liveOrder } from "#db/order-state.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";

/** A payment that should have come to rest by itself and has not. */
export type StuckPayment = { orderId: OrderId; since: Date; what: string; next: string };

/** As many as somebody looks through; the cause is mostly one. */
const most = 50;

/** Payments that have not come to rest, the oldest first, each with its next step. */
export async function listStuckPayments(): Promise<StuckPayment[]> {
  const [open, refunding] = await Promise.all([listOpen(), listRefunds()]);
  return [...open, ...refunding].toSorted((one, other) => Number(one.since) - Number(other.since));
}

/** The worker settles them within a minute or two of their deadline. */
async function listOpen(): Promise<StuckPayment[]> {
  const rows = await db()
    .select({ orderId: orders.id, since: orders.expiresAt })
    .from(orders)
    .innerJoin(charges, eq(charges.orderId, orders.id))
    .where(and(liveOrder, lt(orders.expiresAt, ago("5 minutes")), eq(charges.status, "created")))
    .orderBy(asc(orders.expiresAt))
    .limit(most);
  return rows.map((row) => ({
    ...row,
    what: "The time to pay is over, and the order has not ended",
    next: "Stripe does not answer, or the worker stands still: look at its story for the last error.",
  }));
}

async function listRefunds(): Promise<StuckPayment[]> {
  const rows = await db()
    .select({ orderId: charges.orderId, since: refunds.createdAt, status: refunds.status })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(
      or(
        eq(refunds.status, "failed"),
        and(eq(refunds.status, "created"), lt(refunds.createdAt, ago("15 minutes"))),
      ),
    )
    .orderBy(asc(refunds.createdAt))
    .limit(most);
  return rows.map(({ status, ...row }) => ({
    ...row,
    what: status === "failed" ? "Stripe could not give the money back" : "A refund was not begun",
    next:
      status === "failed"
        ? "Give the money back by hand in the Stripe dashboard: it is noticed and recorded by itself."
        : "Stripe does not answer, or the worker stands still: look at its story for the last error.",
  }));
}
