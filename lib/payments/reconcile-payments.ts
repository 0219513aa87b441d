import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, notInArray, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import type { OrderId } from "#lib/kernel/ids.ts";
import { limitConcurrency } from "#lib/kernel/limit-concurrency.ts";
import { report } from "#lib/kernel/report.ts";
import { fetchMissedEvents } from "./fetch-missed-events.ts";
import { settleOrder } from "./settle-order.ts";
import { stripe } from "./stripe.ts";

/** A webhook that has not come after a minute is taken for lost. */
const overdue = sql`clock_timestamp() - interval '1 minute'`;
const atOnce = 4;

/** Finds what no webhook told us about and settles it. One order that cannot be settled stops no other. */
export async function reconcilePayments(): Promise<void> {
  const inTurn = limitConcurrency(atOnce);
  const unsettled = await listUnsettledOrders();
  await Promise.all(unsettled.map((orderId) => inTurn(() => settleOrReport(orderId))));
  await findOrphans();
  await fetchMissedEvents();
}

/** Authorised, past due, or open for a while; charges still open though their order is over, and refunds that are not. */
async function listUnsettledOrders(): Promise<OrderId[]> {
  const rows = await db()
    .selectDistinct({ orderId: orders.id })
    .from(orders)
    .innerJoin(charges, eq(charges.orderId, orders.id))
    .leftJoin(refunds, eq(refunds.chargeId, charges.id))
    .where(
      or(
        inArray(refunds.status, ["created", "pending"]),
        and(
          eq(charges.status, "created"),
          or(
            isNotNull(orders.paymentAuthorizedAt),
            lt(orders.expiresAt, sql`clock_timestamp()`),
            lt(charges.createdAt, overdue),
            notInArray(orders.status, ["created", "awaiting_payment"]),
          ),
        ),
      ),
    )
    .limit(500);
  return rows.map((row) => row.orderId);
}

async function settleOrReport(orderId: OrderId): Promise<void> {
  await settleOrder(orderId).catch((error: unknown) =>
    report("error", "an order could not be settled", { orderId, error }),
  );
}

/** Longer than the clocks of Stripe and of the database are ever apart. */
const clocksApartSeconds = 5 * 60;

/**
 * PaymentIntents that we made and then lost before writing down their id. Nobody has their secret. While the
 * order lives its buyer may ask for it again and gets the same one, by its key; once the order is over, it is
 * written down after all, and settled like any other.
 */
async function findOrphans(): Promise<void> {
  const lost = await listChargesWithoutPayment();
  const [first] = lost;
  if (!first) return;
  const ofCharge = new Map<string, (typeof lost)[number]>(
    lost.map((charge) => [charge.id, charge]),
  );
  const since = Math.floor(first.createdAt.getTime() / 1000) - clocksApartSeconds;
  for await (const { id: stripeId, metadata } of stripe().paymentIntents.list({
    created: { gte: since },
    limit: 100,
  })) {
    const charge = ofCharge.get(metadata["charge_id"] ?? "");
    if (!charge) continue;
    await db()
      .update(charges)
      .set({ stripeId })
      .where(and(eq(charges.id, charge.id), isNull(charges.stripeId)));
    await settleOrReport(charge.orderId);
  }
}

/** Of orders that were over within the last hour, oldest first: for most of them Stripe was never reached. */
function listChargesWithoutPayment() {
  return db()
    .select({ id: charges.id, orderId: charges.orderId, createdAt: charges.createdAt })
    .from(charges)
    .innerJoin(orders, eq(orders.id, charges.orderId))
    .where(
      and(
        isNull(charges.stripeId),
        eq(charges.status, "failed"),
        gt(charges.createdAt, sql`clock_timestamp() - interval '1 hour'`),
      ),
    )
    .orderBy(asc(charges.createdAt));
}
