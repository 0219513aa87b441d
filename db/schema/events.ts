import { sql } from "drizzle-orm";
import { check, index, pgTable, text, unique } from "drizzle-orm/pg-core";
import { categories, type Category } from "#kernel/categories.ts";
import { id, moment } from "./columns.ts";

export const events = pgTable(
  "events",
  {
    id: id<"event">(),
    slug: text("slug").notNull(),
    title: text("title").notNull(),
    /** The title by `foldTitle`: what is equal here, people would call the same. */
    foldedTitle: text("folded_title").notNull().default(""),
    category: text("category").$type<Category>().notNull(),
    venue: text("venue").notNull(),
    city: text("city").notNull(),
    /** ISO 3166-1 alpha-2, upper case. */
    country: text("country").notNull(),
    /** IANA name. Dates are shown in it. */
    timeZone: text("time_zone").notNull(),
    startsAt: moment("starts_at").notNull(),
    cancelledAt: moment("cancelled_at"),
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
    check(
      "event_title_has_1_to_120_characters",
      sql`char_length(${table.title}) between 1 and 120`,
    ),
    check(
      "category_is_known",
      sql`${table.category} in (${sql.raw(categories.map((name) => `'${name}'`).join(", "))})`,
    ),
    index("events_by_start").on(table.startsAt),
    index("events_by_folded_title").on(table.foldedTitle, table.startsAt),
    index("called_off_events_by_start")
      .on(table.startsAt)
      .where(sql`${table.cancelledAt} is not null`),
  ],
);
