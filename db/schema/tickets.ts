import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { currency, foldedText, hasBytes, id, minorUnits, moment, reference } from "./columns.ts";
import { events } from "./events.ts";

export const tickets = pgTable(
  "tickets",
  {
    id: id<"ticket">(),
    userId: reference<"user">("user_id")
      .notNull()
      .references(() => users.id),
    eventId: reference<"event">("event_id")
      .notNull()
      .references(() => events.id),
    title: text("title").notNull(),
    titleFolded: foldedText("title_folded"),
    price: minorUnits("price").notNull(),
    currency: currency().notNull(),
    section: text("section"),
    row: text("row"),
    seat: text("seat"),
    admits: integer("admits").notNull().default(1),
    /**
     * The order that holds this ticket: live, completed, or lapsed and yet to be cleared. Its foreign key is written
     * by hand in a migration, because orders.ts imports this file.
     */
    orderId: reference<"order">("order_id"),
    lockedUntil: moment("locked_until"),
    soldAt: moment("sold_at"),
    withdrawnAt: moment("withdrawn_at"),
    /** Made by the form: the same press arriving twice lists once. */
    requestKey: uuid("request_key"),
    /** Counts changes to the listing (holds leave it alone): a buyer is asked again when what they read has changed. */
    version: integer("version").notNull().default(1),
    createdAt: moment("created_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    updatedAt: moment("updated_at")
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    check("price_is_positive", sql`${table.price} > 0`),
    check("currency_is_iso_4217", sql`${table.currency} ~ '^[a-z]{3}$'`),
    check("admits_somebody", sql`${table.admits} between 1 and 20`),
    check("title_has_1_to_1920_bytes", hasBytes(table.title, 120)),
    check("held_until_a_time", sql`(${table.orderId} is null) = (${table.lockedUntil} is null)`),
    check("sold_to_an_order", sql`${table.soldAt} is null or ${table.orderId} is not null`),
    check("withdrawn_is_free", sql`${table.withdrawnAt} is null or ${table.orderId} is null`),
    unique("one_listing_per_request").on(table.userId, table.requestKey),
    index("tickets_by_event").on(table.eventId, table.price),
    index("market_tickets_by_event")
      .on(table.eventId, table.price, table.id)
      .where(sql`${table.soldAt} is null and ${table.withdrawnAt} is null`),
    index("tickets_by_seller").on(table.userId, table.createdAt),
    index("tickets_by_order").on(table.orderId),
    index("held_tickets_by_event")
      .on(table.eventId)
      .where(sql`${table.orderId} is not null and ${table.soldAt} is null`),
    index("tickets_to_fold")
      .on(table.id)
      .where(sql`${table.titleFolded} is null`),
  ],
);
