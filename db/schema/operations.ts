import { index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { id, moment } from "./columns.ts";

/** The latest heartbeat of each worker, which the health route reads. */
export const workerHeartbeats = pgTable("worker_heartbeats", {
  workerId: text("worker_id").primaryKey(),
  beatAt: moment("beat_at").notNull(),
});

/** GCRA: per key the theoretical arrival time of the next request (unlogged: a crash only resets the limits). */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").primaryKey(),
    arrivesAt: moment("arrives_at").notNull(),
  },
  (table) => [index("rate_limits_by_time").on(table.arrivesAt)],
);

/** The workers' checks of the invariants, so that an operator sees since when one is broken. */
export const invariantChecks = pgTable(
  "invariant_checks",
  {
    id: id<"invariant-check">(),
    checkedAt: moment("checked_at").notNull(),
    /** The names of the broken invariants. */
    broken: jsonb("broken").$type<string[]>().notNull(),
  },
  (table) => [index("invariant_checks_by_time").on(table.checkedAt)],
);
