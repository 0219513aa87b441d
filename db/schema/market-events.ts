import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Category } from "#kernel/categories.ts";
import { currency, foldedText, minorUnits, moment, reference, wordSet } from "./columns.ts";
import { events } from "./events.ts";

/** For an index of words: otherwise what was written lately waits in a heap, through which every search goes. */
const atOnce = { fastupdate: false };

/**
 * The events that have a ticket on the market, as lists and searches read them: one row each, made anew from events and
 * tickets by the worker moments after each change (lib/events/market). Nothing is decided by it, and it may be emptied.
 */
export const marketEvents = pgTable(
  "market_events",
  {
    eventId: reference<"event">("event_id")
      .primaryKey()
      .references(() => events.id, { onDelete: "cascade" }),
    category: text("category").$type<Category>().notNull(),
    cityFolded: foldedText("city_folded").notNull(),
    startsAt: moment("starts_at").notNull(),
    /** Tickets that can be bought, and those that are being paid for. */
    available: integer("available").notNull(),
    held: integer("held").notNull(),
    /** The lowest price among them. */
    fromPrice: minorUnits("from_price").notNull(),
    fromCurrency: currency("from_currency").notNull(),
    /** About how many euro cents that is: for putting currencies in order, and for nothing else. */
    fromWorth: integer("from_worth").notNull(),
    /** When the newest of them was listed. */
    listedAt: moment("listed_at").notNull(),
    /** How many people they admit, each number once. */
    admits: integer("admits").array().notNull(),
    /** What the event is found by (`wordsToFind` in kernel/words-to-find.ts): first its own words, then its tickets'. */
    eventWords: foldedText("event_words").notNull(),
    ticketWords: foldedText("ticket_words").notNull(),
    words: wordSet("words").generatedAlwaysAs(
      sql`array_to_tsvector(array_remove(string_to_array(event_words || ' ' || ticket_words, ' '), ''))`,
    ),
    refreshedAt: timestamp("refreshed_at", { withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
  },
  (table) => [
    check("market_events_have_tickets", sql`${table.available} + ${table.held} > 0`),
    index("market_events_by_start").on(table.startsAt, table.eventId),
    index("market_events_by_category").on(table.category, table.startsAt, table.eventId),
    index("market_events_by_city").on(table.cityFolded, table.startsAt, table.eventId),
    index("market_events_by_listing").on(table.listedAt, table.eventId),
    index("market_events_by_price").on(table.fromWorth, table.eventId),
    index("market_events_by_word").using("gin", table.words).with(atOnce),
  ],
);

/**
 * Every word of the upcoming events that had a ticket on the market, once: what a misspelt word may mean. Few and short, so that
 * likeness is asked of words and not of events.
 */
export const eventWords = pgTable(
  "event_words",
  {
    word: foldedText("word").primaryKey(),
    /** When the last event with it begins: nobody looks for it afterwards. */
    neededUntil: moment("needed_until").notNull(),
  },
  (table) => [
    index("event_words_by_likeness")
      .using("gin", sql`${table.word} gin_trgm_ops`)
      .with(atOnce),
    index("event_words_by_need").on(table.neededUntil),
  ],
);

/** Events of which a ticket changed and whose row above is yet to be made anew; one as often as it changed. */
export const marketChanges = pgTable("market_changes", {
  id: bigint("id", { mode: "bigint" }).primaryKey().generatedAlwaysAsIdentity(),
  eventId: reference<"event">("event_id").notNull(),
});
