import { PgBoss } from "pg-boss";
import { isPooled } from "#db/client.ts";
import { report } from "#kernel/report.ts";

/** Long enough for what pg-boss counts and clears away; a server that stands still would never end it. */
const deadlineMilliseconds = 30_000;

type Settings = { migrate?: boolean; deadline?: number };

/** pg-boss over a small pool of its own, which the load on ours cannot starve. */
export function openJobQueue(
  databaseUrl: string,
  { migrate = false, deadline = deadlineMilliseconds }: Settings = {},
): PgBoss {
  const boss = new PgBoss({
    connectionString: withDeadline(databaseUrl, deadline),
    connectionTimeoutMillis: 5_000,
    application_name: "rowlock worker",
    max: 4,
    migrate,
    schedule: false, // worker/schedule.ts is the schedule
    useListenNotify: !isPooled(databaseUrl), // nothing is heard through a pooler: jobs are looked for instead
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

/** In the address, because pg-boss hands its driver no such setting. */
function withDeadline(databaseUrl: string, deadline: number): string {
  const url = new URL(databaseUrl);
  url.searchParams.set("query_timeout", String(deadline));
  return url.href;
}
