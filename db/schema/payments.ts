import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { currency, id, minorUnits, moment, reference } from "./columns.ts";
import { orders } from "./orders.ts";

export type ChargeStatus = "created" | "failed" | "completed";

export const charges = pgTable(
  "charges",
  {
    id: id<"charge">(),
    orderId: reference<"order">("order_id")
      .notNull()
      .references(() => orders.id),
    status: text("status").$type<ChargeStatus>().notNull().default("created"),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** The PaymentIntent's id. Stored before the browser learns its client secret. */
    stripeId: text("stripe_id"),
    stripeRefundId: text("stripe_refund_id"),
    /** Declines so far, as Stripe counts them. */
    attempts: integer("attempts").notNull().default(0),
    /** Stripe's decline code or error code of the last failure. For operators: never shown to a buyer as it is. */
    failureCode: text("failure_code"),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("one_charge_per_payment_intent").on(table.stripeId),
    uniqueIndex("one_completed_charge_per_order")
      .on(table.orderId)
      .where(sql`${table.status} = 'completed'`),
    check("charge_amount_is_positive", sql`${table.amount} > 0`),
    check("charge_status_is_known", sql`${table.status} in ('created', 'failed', 'completed')`),
    index("charges_by_order").on(table.orderId),
    index("open_charges")
      .on(table.createdAt)
      .where(sql`${table.status} = 'created'`),
  ],
);

/** The inbox: one row per Stripe event, so that a repeated delivery is recognised. */
export const stripeEvents = pgTable(
  "stripe_events",
  {
    id: text("id").primaryKey(),
    type: text("type").notNull(),
    /** The PaymentIntent it is about; for an object that has none, the object itself. */
    objectId: text("object_id").notNull(),
    livemode: boolean("livemode").notNull(),
    receivedAt: moment("received_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    processedAt: moment("processed_at"),
  },
  (table) => [index("stripe_events_by_object").on(table.objectId)],
);
