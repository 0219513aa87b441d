import { and, asc, eq, inArray, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { ago } from "#db/clock.ts";
import { liveOrder } from "#db/order-state.ts";
import { orders } from "#db/schema/orders.ts";
import { charges, lastLook, refunds } from "#db/schema/payments.ts";
import type { OrderId } from "#kernel/ids.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { fetchMissedEvents } from "../stripe-events/fetch-missed-events.ts";
import { reconcileOrphans } from "./reconcile-orphans.ts";
import { settleOrder } from "../settle/settle-order.ts";

/** A webhook that has not come after a minute is taken for lost. */
const overdue = ago("1 minute");
const atOnce = 4;
/** Of each kind in one run: as many as Stripe answers for in well under a minute. */
const batch = 500;

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

/** Each kind is found by an index of its own: one query for them all would read every order there ever was. */
async function listUnsettledOrders(): Promise<OrderId[]> {
  const kinds = [listAuthorized(), listPastDeadline(), listNotLookedAt(), listRefunding()];
  const found = await Promise.all(kinds);
  return [...new Set(found.flat().map(({ orderId }) => orderId))];
}

const isOpen = eq(charges.status, "created");

/** Authorised, and not captured. */
function listAuthorized() {
  return db()
    .select({ orderId: charges.orderId })
    .from(orders)
    .innerJoin(charges, eq(charges.orderId, orders.id))
    .where(
      and(eq(orders.status, "awaiting_payment"), isNotNull(orders.paymentAuthorizedAt), isOpen),
    )
    .limit(batch);
}

/** Open, and the order is past its deadline. */
function listPastDeadline() {
  return db()
    .select({ orderId: charges.orderId })
    .from(orders)
    .innerJoin(charges, eq(charges.orderId, orders.id))
    .where(and(liveOrder, lt(orders.expiresAt, ago("0")), isOpen))
    .limit(batch);
}

/** Open, whatever became of the order, and Stripe was not asked for a minute. Longest ago first, so that all get their turn. */
function listNotLookedAt() {
  return db()
    .select({ orderId: charges.orderId })
    .from(charges)
    .where(and(isOpen, lt(lastLook(charges), overdue)))
    .orderBy(asc(lastLook(charges)))
    .limit(batch);
}

/** With a refund that is to be made, or under way. */
function listRefunding() {
  return db()
    .select({ orderId: charges.orderId })
    .from(refunds)
    .innerJoin(charges, eq(charges.id, refunds.chargeId))
    .where(inArray(refunds.status, ["created", "pending"]))
    .orderBy(asc(lastLook(charges)))
    .limit(batch);
}

async function settleOrReport(orderId: OrderId): Promise<void> {
  await settleOrder(orderId).catch((error: unknown) =>
    report("error", "an order could not be settled", { orderId, error }),
  );
}
