import { pgTable, text } from "drizzle-orm/pg-core";
import { moment } from "./columns.ts";

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
