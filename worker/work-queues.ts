import type { Job, JobResult, PgBoss } from "pg-boss";
import { isPooled } from "#db/client.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { environment } from "#kernel/environment.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { type JobData, readDomainEvent } from "./jobs-for.ts";
import { isDeferred, subscriberNames } from "./queues.ts";
import { subscriptions } from "./subscriptions.ts";

/** Jobs are fetched in batches, because one at a time a backlog drains at a handful a second, and run a few at once. */
const batchSize = 100;
const atOnce = 8;

/** Starts a consumer per subscriber. One job's failure is its own: the rest of the batch completes. */
export async function workQueues(boss: PgBoss): Promise<void> {
  for (const name of subscriberNames) {
    const inTurn = limitConcurrency(atOnce);
    const polling = isDeferred(name) ? { pollingIntervalSeconds: 1 } : usualPolling();
    await boss.work<JobData, unknown, Options>(
      name,
      { batchSize, burstWhenBatchFull: true, perJobResults: true, ...polling },
      (jobs) => Promise.all(jobs.map((job) => inTurn(() => runJob(name, job)))),
    );
  }
}

/** Twice a second where no notification is heard, the most that pg-boss allows. */
function usualPolling() {
  if (isPooled(environment().DATABASE_URL)) return { pollingIntervalSeconds: 0.5 };
  return { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 };
}

type Options = { batchSize: number; burstWhenBatchFull: true; perJobResults: true };

async function runJob(name: string, job: Job<JobData>): Promise<JobResult> {
  try {
    const event = readDomainEvent(job.data);
    const subscription = subscriptions.find(
      ({ on, subscriber }) => on === event.type && subscriber.name === name,
    );
    await subscription?.subscriber.run(event); // none when it was taken off the list since
    // failpoint: after-job-done-before-acknowledged
    return { id: job.id, status: "completed" };
  } catch (error) {
    report("error", "a job failed", {
      queue: name,
      jobId: job.id,
      retryCount: job.retryCount,
      error,
    });
    return { id: job.id, status: "failed", output: { message: summarizeError(error) } };
  }
}
