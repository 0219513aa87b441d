import { PgBoss } from "pg-boss";
import { report } from "#kernel/report.ts";

/** pg-boss over its own small pool: the pool of our own work must not be able to starve it. */
export function openJobQueue(connectionString: string, { migrate = false } = {}): PgBoss {
  const boss = new PgBoss({
    connectionString,
    application_name: "rowlock worker",
    max: 4,
    migrate,
    schedule: false, // worker/schedule.ts keeps the clock
    useListenNotify: true,
    // A dead worker's jobs are to be taken up within half a minute.
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  });
  boss.on("error", (error) => report("error", "job queue", { error }));
  boss.on("warning", (warning) => report("warning", "job queue", { warning }));
  return boss;
}
