import { sql } from "drizzle-orm";
import {
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { orderLifecycle, type OrderStatus } from "#kernel/order-lifecycle.ts";
import { holdingStatuses, liveStatuses } from "#kernel/order-state.ts";
import { users } from "./auth.ts";
import { currency, id, minorUnits, moment, oneOf, reference } from "./columns.ts";
import { tickets } from "./tickets.ts";

export const cancelReasons = ["buyer", "expired", "payment_failed", "event_over"] as const;
export type CancelReason = (typeof cancelReasons)[number];

export const orders = pgTable(
  "orders",
  {
    id: id<"order">(),
    /** The buyer. */
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id),
    ticketId: reference<"ticket">("ticket_id")
      .notNull()
      .references(() => tickets.id),
    status: text("status").$type<OrderStatus>().notNull().default("created"),
    price: minorUnits("price").notNull(),
    currency: currency().notNull(),
    expiresAt: moment("expires_at").notNull(),
    cancelReason: text("cancel_reason").$type<CancelReason>(),
    /** When the card was authorised, recorded as the hold is pinned. From then on the order cannot lapse. */
    paymentAuthorizedAt: moment("payment_authorized_at"),
    completedAt: moment("completed_at"),
    cancelledAt: moment("cancelled_at"),
    /** The idempotency key that the form made: the same click sent twice is the same order. */
    requestKey: uuid("request_key").notNull(),
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    uniqueIndex("one_live_order_per_ticket")
      .on(table.ticketId)
      .where(oneOf(table.status, holdingStatuses)),
    unique("one_order_per_request").on(table.userId, table.requestKey),
    check("order_price_is_positive", sql`${table.price} > 0`),
    check("order_currency_is_iso_4217", sql`${table.currency} ~ '^[a-z]{3}$'`),
    check("status_is_known", oneOf(table.status, Object.keys(orderLifecycle))),
    check(
      "cancelled_for_a_reason",
      sql`(${table.status} = 'cancelled') = (${table.cancelReason} is not null and ${table.cancelledAt} is not null)`,
    ),
    check(
      "completed_at_a_time",
      sql`(${table.status} = 'completed') = (${table.completedAt} is not null)`,
    ),
    check(
      "completed_after_authorization",
      sql`${table.status} <> 'completed' or ${table.paymentAuthorizedAt} is not null`,
    ),
    index("orders_by_buyer").on(table.userId, table.createdAt),
    index("orders_by_ticket").on(table.ticketId),
    index("live_orders_by_deadline").on(table.expiresAt).where(oneOf(table.status, liveStatuses)),
    index("orders_to_capture")
      .on(table.paymentAuthorizedAt)
      .where(
        sql`${table.status} = 'awaiting_payment' and ${table.paymentAuthorizedAt} is not null`,
      ),
    index("live_orders_by_buyer").on(table.userId).where(oneOf(table.status, liveStatuses)),
  ],
);
