import { and, asc, lt } from "drizzle-orm";
import { databaseClock } from "#db/clock.ts";
import { db } from "#db/client.ts";
import { liveOrder } from "#db/order-state.ts";
import { orders } from "#db/schema/orders.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { expireOrder } from "./expire-order.ts";

const batch = 500;
const atOnce = 4;

/**
 * Ends every order past its deadline, for the case that its own job was lost or failed. Returns how many it found.
 *
 * Refuses: nothing. An order that cannot be ended now (`busy`, say) is logged and found again.
 */
export async function expireLapsedOrders(): Promise<number> {
  const lapsed = await db()
    .select({ orderId: orders.id })
    .from(orders)
    .where(and(liveOrder, lt(orders.expiresAt, databaseClock)))
    .orderBy(asc(orders.expiresAt))
    .limit(batch);
  const inTurn = limitConcurrency(atOnce);
  await Promise.all(
    lapsed.map(({ orderId }) =>
      inTurn(() =>
        expireOrder(orderId).catch((error: unknown) =>
          report("error", "a lapsed order could not be ended", { orderId, error }),
        ),
      ),
    ),
  );
  return lapsed.length;
}
