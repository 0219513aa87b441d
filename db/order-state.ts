import { type SQL, sql } from "drizzle-orm";
import { liveStatuses } from "#kernel/order-state.ts";
import { oneOf } from "./schema/columns.ts";
import { orders } from "./schema/orders.ts";

/** The SQL twin of `isLive`, made from the same lifecycle. */
export const liveOrder: SQL = oneOf(orders.status, liveStatuses);

/** The SQL twin of `isLapsed`, by the database's clock unless another moment is given. */
export function lapsedOrder(at: SQL = sql`clock_timestamp()`): SQL {
  return sql`(${liveOrder} and ${orders.paymentAuthorizedAt} is null and ${orders.expiresAt} <= ${at})`;
}
