import { openJobQueue } from "./open-job-queue.ts";
import { createQueues } from "./queues.ts";

/** Brings pg-boss's schema and our queues up to date; nothing else does. */
export async function migrateJobs(url: string): Promise<void> {
  const boss = openJobQueue(url, { migrate: true });
  await boss.start();
  try {
    await createQueues(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}
