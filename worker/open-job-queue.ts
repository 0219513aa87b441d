import { PgBoss } from "pg-boss";
import { isPooled } from "#db/client.ts";
import { report } from "#kernel/report.ts";

/** pg-boss over a small pool of its own, which the load on ours cannot starve. */
export function openJobQueue(connectionString: string, { migrate = false } = {}): PgBoss {
  const boss = new PgBoss({
    connectionString,
    application_name: "rowlock worker",
    max: 4,
    migrate,
    schedule: false, // worker/schedule.ts is the schedule
    useListenNotify: !isPooled(connectionString), // nothing is heard through a pooler: jobs are looked for instead
    // Another worker takes over a dead one's jobs within half a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
    // It counts what is not due yet as a backlog; what is late is told by `watchLateJobs`.
    warningQueueSize: 2 ** 31 - 1,
  });
  boss.on("error", (error) => report("error", "job queue", { error }));
  boss.on("warning", (warning) => report("warning", "job queue", { warning }));
  return boss;
}
