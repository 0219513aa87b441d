import { isConnectionLost } from "#db/sql-state.ts";
import { timeRecovery } from "../checks/time-recovery.ts";
import { observer } from "../testbed/database-server.ts";
import { every, type Fault } from "./fault.ts";
import type { FaultContext } from "./fault-context.ts";

/** A few of the app's and the worker's connections at a time, whatever they are doing. */
export const cutConnections: Fault = every([400, 400], async ({ server, report }, random) => {
  const most = random.integer(1, 4);
  try {
    const cut = await server.sql`
      select pg_terminate_backend(pid) from (
        select pid from pg_stat_activity
        where datname = current_database() and application_name <> ${observer}
        order by (pid * ${random.integer(1, 9973)}::bigint) % 9973 limit ${most}) chosen`;
    report.count("cut-connections", cut.length);
  } catch (error) {
    if (!isConnectionLost(error)) throw error; // there is no server just now
  }
});

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
