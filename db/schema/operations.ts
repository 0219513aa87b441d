import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** One row per running worker, so that the web can say when it last heard of one. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: text("worker_id").primaryKey(),
  beatAt: moment("beat_at").notNull(),
});

/** GCRA: per key the theoretical arrival time of the next request (unlogged: losing it only forgives). */
export const rateLimits = pgTable("rate_limits", {
  key: text("key").primaryKey(),
  arrivesAt: moment("arrives_at").notNull(),
});

/** What the workers found when they looked at the invariants, so that an operator sees since when one is broken. */
export const invariantChecks = pgTable(
  "invariant_checks",
  {
    id: id<"invariant-check">(),
    checkedAt: moment("checked_at").notNull(),
    /** The names of the broken ones: none, as a rule. */
    broken: jsonb("broken").$type<string[]>().notNull(),
  },
  (table) => [index("invariant_checks_by_time").on(table.checkedAt)],
);
