import { and, eq, inArray, isNotNull, lt, not, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { liveOrder } from "#db/order-state.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { fetchMissedEvents } from "../stripe-events/fetch-missed-events.ts";
import { reconcileOrphans } from "./reconcile-orphans.ts";
import { settleOrder } from "../settle/settle-order.ts";

/** A webhook that has not come after a minute is taken for lost. */
const overdue = sql`clock_timestamp() - interval '1 minute'`;
const atOnce = 4;

/**
 * Finds what no webhook reported and settles it. An order that cannot be settled is logged and stops no other.
 *
 * Refuses: what `fetchMissedEvents` refuses.
 */
export async function reconcilePayments(): Promise<void> {
  const inTurn = limitConcurrency(atOnce);
  const unsettled = await listUnsettledOrders();
  await Promise.all(unsettled.map((orderId) => inTurn(() => settleOrReport(orderId))));
  // mutant: orphaned payments never looked for
  for (const orderId of await reconcileOrphans()) await settleOrReport(orderId);
  await fetchMissedEvents();
}

/** Orders with an open charge that are authorised, past their deadline, open for a minute or over; and with open refunds. */
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
            not(liveOrder),
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
