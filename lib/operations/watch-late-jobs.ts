import { db } from "#db/client.ts";
import { report } from "#kernel/report.ts";
import { listLateJobs } from "./list-late-jobs.ts";

/** Reports each queue that is behind. Health says the same. */
export async function watchLateJobs(): Promise<void> {
  for (const { queue, lateSeconds } of await listLateJobs(db()))
    report("warning", "jobs are late", { queue, lateSeconds: Math.round(lateSeconds) });
}
