import { isConnectionLost } from "#db/sql-state.ts";
import { timeRecovery } from "../checks/time-recovery.ts";
import { observer } from "../testbed/database-server.ts";
import { every, type Fault } from "./fault.ts";
import type { FaultContext } from "./fault-context.ts";

/** A few of the app's and the worker's connections at a time, whatever they are doing. */
export const cutConnections: Fault = every([400, 400], async ({ server, report }, random) => {
  const most = random.integer(1, 4);
  const cut = server.sql`
    select pg_terminate_backend(pid) from (
      select pid from pg_stat_activity
      where datname = current_database() and application_name <> ${observer}
      order by (pid * ${random.integer(1, 9973)}::bigint) % 9973 limit ${most}) chosen`;
  report.count("cut-connections", await countUnlessDown(cut));
});

/**
 * Connections in the middle of a transaction that waits for nothing from Postgres: the app is doing something else
 * between two statements, for as long as `pauses` says.
 */
export const cutTransactions: Fault = every([200, 200], async ({ server, report }, random) => {
  const cut = server.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name <> ${observer}
      and state like 'idle in transaction%' limit ${random.integer(1, 3)}`;
  report.count("cut-transactions", await countUnlessDown(cut));
});

async function countUnlessDown(cut: Promise<readonly unknown[]>): Promise<number> {
  try {
    return (await cut).length;
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    return 0; // there is no server just now
  }
}

/** Immediate shutdown: backends end at once, the log is replayed at the next start. */
export const stopPostgres: Fault = every([4_000, 14_000], (context, random) =>
  crash(context, "SIGQUIT", random.between(0, 3_000)),
);

/** The postmaster alone is killed, as by a lack of memory. */
export const killPostgres: Fault = every([4_000, 14_000], (context, random) =>
  crash(context, "SIGKILL", random.between(0, 3_000)),
);

function crash(context: FaultContext, signal: "SIGQUIT" | "SIGKILL", down: number): Promise<void> {
  return context.alone(async () => {
    context.report.count(signal === "SIGQUIT" ? "stop-postgres" : "kill-postgres");
    const backAt = await context.server.crash(signal, down);
    await timeRecovery(context, backAt);
  });
}
