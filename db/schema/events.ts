import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { categories, type Category } from "#kernel/categories.ts";
import { foldedText, hasBytes, id, moment, wordsIn } from "./columns.ts";

export const events = pgTable(
  "events",
  {
    id: id<"event">(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    category: text("category").$type<Category>().notNull(),
    venue: text("venue").notNull(),
    city: text("city").notNull(),
    /** ISO 3166-1 alpha-2, upper case. */
    country: text("country").notNull(),
    /** IANA name. Dates are shown in it. */
    timeZone: text("time_zone").notNull(),
    startsAt: moment("starts_at").notNull(),
    cancelledAt: moment("cancelled_at"),
    titleFolded: foldedText("title_folded"),
    venueFolded: foldedText("venue_folded"),
    cityFolded: foldedText("city_folded"),
    /** What it is found by in the catalogue (`wordsToFind` of its title, venue and city), with spaces between. */
    words: foldedText("words"),
  },
  (table) => [
    unique("one_event_per_slug").on(table.slug),
    unique("one_event_per_title_place_and_start").on(
      table.title,
      table.venue,
      table.city,
      table.country,
      table.startsAt,
    ),
    check("event_title_has_1_to_1920_bytes", hasBytes(table.title, 120)),
    check(
      "category_is_known",
      sql`${table.category} in (${sql.raw(categories.map((name) => `'${name}'`).join(", "))})`,
    ),
    index("events_by_start").on(table.startsAt),
    index("events_by_fold").on(table.titleFolded, table.venueFolded, table.startsAt),
    index("events_by_city").on(table.cityFolded, table.country, table.timeZone),
    index("events_by_word").using("gin", wordsIn(table.words)),
    index("events_to_fold")
      .on(table.id)
      .where(sql`${table.titleFolded} is null`),
    index("called_off_events_by_start")
      .on(table.startsAt)
      .where(sql`${table.cancelledAt} is not null`),
  ],
);
