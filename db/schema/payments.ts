import { type SQL, sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { ChargeStatus } from "#kernel/charge-lifecycle.ts";
import { users } from "./auth.ts";
import { currency, id, minorUnits, moment, reference } from "./columns.ts";
import { orders } from "./orders.ts";

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
    /** The id of its refund at Stripe, whatever the refund's status. Kept here alone. */
    stripeRefundId: text("stripe_refund_id"),
    /** Declines so far, as Stripe counts them. */
    attempts: integer("attempts").notNull().default(0),
    /** The status of a dispute about it, in Stripe's latest word. */
    disputeStatus: text("dispute_status"),
    /** Stripe's decline code or error code of the last failure. For operators: never shown to a buyer as it is. */
    failureCode: text("failure_code"),
    /** The card that paid, for the receipt: Stripe's name of its brand, and its last four digits. */
    cardBrand: text("card_brand"),
    cardLast4: text("card_last4"),
    /** The address from which its payment was begun, as a keyed hash; forgotten when nothing of it is open any more. */
    startedFrom: text("started_from"),
    /** Until when a process that settles it asks others to wait. Saves calls to Stripe, and guards nothing. */
    settlingUntil: moment("settling_until"),
    /** When Stripe was last asked about it by a settlement that left nothing to do. */
    settledAt: moment("settled_at"),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("one_charge_per_payment_intent").on(table.stripeId),
    unique("one_charge_per_stripe_refund").on(table.stripeRefundId),
    uniqueIndex("one_completed_charge_per_order")
      .on(table.orderId)
      .where(sql`${table.status} = 'completed'`),
    check("charge_amount_is_positive", sql`${table.amount} > 0`),
    check("charge_status_is_known", sql`${table.status} in ('created', 'failed', 'completed')`),
    check("card_last4_is_four_digits", sql`${table.cardLast4} ~ '^[0-9]{4}$'`),
    index("charges_by_order").on(table.orderId),
    index("open_charges_by_last_look")
      .on(lastLook(table))
      .where(sql`${table.status} = 'created'`),
    index("charges_without_payment_intent")
      .on(table.createdAt)
      .where(sql`${table.status} = 'failed' and ${table.stripeId} is null`),
  ],
);

/** Every try to pay that was declined, for a day or two: card testers are known by how many there are. */
export const declines = pgTable(
  "declines",
  {
    id: id<"decline">(),
    chargeId: reference<"charge">("charge_id")
      .notNull()
      .references(() => charges.id),
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    /** Where the payment was begun, and Stripe's fingerprint of the card: both as keyed hashes. */
    address: text("address"),
    card: text("card"),
    declinedAt: moment("declined_at").notNull(),
  },
  (table) => [
    index("declines_by_user").on(table.userId, table.declinedAt),
    index("declines_by_address").on(table.address, table.declinedAt),
    index("declines_by_card").on(table.card, table.declinedAt),
    index("declines_by_time").on(table.declinedAt),
  ],
);

/** When Stripe was last asked about a charge and nothing was left to do; before that, when it was made. */
export function lastLook(table: { settledAt: AnyPgColumn; createdAt: AnyPgColumn }): SQL {
  return sql`coalesce(${table.settledAt}, ${table.createdAt})`;
}

/** Why money went back: the order was over, an operator refunded it, or it was refunded directly at Stripe. */
export type RefundReason = "order_over" | "operator" | "at_stripe";
/** Stripe's status, or `created` until Stripe is asked for the refund. `failed` is a task for an operator. */
export type RefundStatus = "created" | "pending" | "succeeded" | "failed";

export const refunds = pgTable(
  "refunds",
  {
    id: id<"refund">(),
    chargeId: reference<"charge">("charge_id")
      .notNull()
      .references(() => charges.id),
    status: text("status").$type<RefundStatus>().notNull().default("created"),
    reason: text("reason").$type<RefundReason>().notNull(),
    amount: minorUnits("amount").notNull(),
    currency: currency().notNull(),
    /** Stripe's word for why it failed. */
    failureReason: text("failure_reason"),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    unique("one_refund_per_charge").on(table.chargeId),
    check("refund_amount_is_positive", sql`${table.amount} > 0`),
    check(
      "refund_status_is_known",
      sql`${table.status} in ('created', 'pending', 'succeeded', 'failed')`,
    ),
    check(
      "refund_reason_is_known",
      sql`${table.reason} in ('order_over', 'operator', 'at_stripe')`,
    ),
    index("open_refunds")
      .on(table.createdAt)
      .where(sql`${table.status} in ('created', 'pending')`),
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
  (table) => [
    index("stripe_events_by_object").on(table.objectId),
    index("processed_stripe_events")
      .on(table.processedAt)
      .where(sql`${table.processedAt} is not null`),
  ],
);
