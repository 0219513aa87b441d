import { sql } from "drizzle-orm";
import { collectDefaultMetrics, Counter, Gauge, register } from "prom-client";
import { askingDb } from "#db/client.ts";
import type { RefusalCode } from "#kernel/refusals.ts";
import { readFlowState } from "./read-flow-state.ts";
import { readHealth } from "./read-health.ts";

// Next may load this module once for pages and once for routes: the library's own registry is one for the process.
if (!register.getSingleMetric("rowlock_refusals_total"))
  collectDefaultMetrics({ prefix: "rowlock_web_" });

function counter<Label extends string>(name: string, help: string, labelNames: Label[]) {
  const known = register.getSingleMetric(name);
  return known instanceof Counter ? known : new Counter({ name, help, labelNames });
}

function gauge(of: string, help: string, labelNames: string[] = []) {
  const name = `rowlock_${of}`;
  const known = register.getSingleMetric(name);
  return known instanceof Gauge ? known : new Gauge({ name, help, labelNames });
}

const refused = counter("rowlock_refusals_total", "What this process refused, by why.", ["code"]);
const outboxLag = gauge("outbox_lag_seconds", "Age of the oldest domain event not yet relayed.");
const workerSeen = gauge("worker_seen_seconds", "Since a worker was last seen; -1 for never.");
const liveLocks = gauge("live_locks", "Tickets that are locked now.");
const invariants = gauge("invariants_broken", "Invariants that the latest check found broken.");
const jobs = gauge("jobs", "Jobs of each queue, by how they stand.", ["queue", "state"]);
const late = gauge("queue_late_seconds", "For how long a due job has not been taken.", ["queue"]);

export const metricsType = register.contentType;

export function countRefusal(code: RefusalCode): void {
  refused.inc({ code });
}

/** Everything that is measured, as text. Throws when the database does not answer within a second. */
export async function readMetrics(): Promise<string> {
  const [health, flow, locks] = await Promise.all([readHealth(), readFlowState(), countLocks()]);
  outboxLag.set(flow.relayLagSeconds);
  workerSeen.set(health.workerSeenSecondsAgo ?? -1);
  liveLocks.set(locks);
  invariants.set(health.invariants.broken.length);
  for (const { queue, waiting, deferred, running, dead, lateSeconds } of flow.queues) {
    jobs.set({ queue, state: "waiting" }, waiting);
    jobs.set({ queue, state: "deferred" }, deferred);
    jobs.set({ queue, state: "running" }, running);
    jobs.set({ queue, state: "dead" }, dead);
    late.set({ queue }, lateSeconds);
  }
  return register.metrics();
}

/** By the index of live orders: each holds one ticket. */
async function countLocks(): Promise<number> {
  const [found] = await askingDb().execute<{ count: number }>(sql`
    select count(*)::int as count from orders
    where status in ('created', 'awaiting_payment') and expires_at > clock_timestamp()`);
  return found?.count ?? 0;
}
