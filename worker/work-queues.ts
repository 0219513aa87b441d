import type { Job, JobResult, PgBoss } from "pg-boss";
import { isPooled } from "#db/client.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { environment } from "#kernel/environment.ts";
import { limitConcurrency } from "#kernel/limit-concurrency.ts";
import { report } from "#kernel/report.ts";
import { isStripeOverrun } from "#lib/payments/stripe.ts";
import { readDomainEvent } from "./jobs-for.ts";
import type { JobData } from "./job-data.ts";
import { isDeferred, subscriberNames } from "./queues.ts";
import { subscriptions } from "./subscriptions.ts";

/** Jobs are fetched in batches, because one at a time a backlog drains at a handful a second, and run a few at once. */
const usualBatch = 100;
/** Of jobs that are mostly done all at once. */
const largeBatch = 500;
const atOnce = 8;
const putOffSeconds = 20;

/** Starts a consumer per subscriber. One job's failure is its own: the rest of the batch completes. */
export async function workQueues(boss: PgBoss): Promise<void> {
  for (const name of subscriberNames) {
    const inTurn = limitConcurrency(atOnce);
    const polling = isDeferred(name) ? { pollingIntervalSeconds: 1 } : usualPolling();
    const batchSize = togetherOf(name) ? largeBatch : usualBatch;
    await boss.work<JobData, unknown, Options>(
      name,
      { batchSize, burstWhenBatchFull: true, perJobResults: true, ...polling },
      async (jobs) => {
        const done = await runTogether(name, jobs);
        return Promise.all(
          jobs.map((job) =>
            inTurn(async () => (done.has(job.data.id) ? completed(job) : runJob(boss, name, job))),
          ),
        );
      },
    );
  }
}

/** Twice a second where no notification is heard, the most that pg-boss allows. */
function usualPolling() {
  if (isPooled(environment().DATABASE_URL)) return { pollingIntervalSeconds: 0.5 };
  return { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5 };
}

type Options = { batchSize: number; burstWhenBatchFull: true; perJobResults: true };

const none: ReadonlySet<string> = new Set();

/** The ids of the domain events that were dealt with all at once. When that fails each is run by itself. */
async function runTogether(name: string, jobs: Job<JobData>[]): Promise<ReadonlySet<string>> {
  const together = togetherOf(name);
  if (!together || jobs.length === 1) return none;
  try {
    const events = jobs.map(({ data }) => readDomainEvent(data));
    return await together.run(events.filter(({ type }) => type === together.on));
  } catch (error) {
    report("warning", "jobs are run one by one", { queue: name, count: jobs.length, error });
    return none;
  }
}

function togetherOf(name: string) {
  const found = subscriptions.find(({ subscriber }) => subscriber.name === name);
  const run = found?.subscriber.runTogether;
  return run && { on: found.on, run };
}

function completed({ id }: Job<JobData>): JobResult {
  return { id, status: "completed" };
}

async function runJob(boss: PgBoss, name: string, job: Job<JobData>): Promise<JobResult> {
  try {
    const event = readDomainEvent(job.data);
    const subscription = subscriptions.find(
      ({ on, subscriber }) => on === event.type && subscriber.name === name,
    );
    await subscription?.subscriber.run(event, boss); // none when it was taken off the list since
    // failpoint: after-job-done-before-acknowledged
    return { id: job.id, status: "completed" };
  } catch (error) {
    const doneLater = isStripeOverrun(error) ? await putOff(boss, name, job) : null;
    if (doneLater) return doneLater;
    report("error", "a job failed", {
      queue: name,
      jobId: job.id,
      retryCount: job.retryCount,
      error,
    });
    return { id: job.id, status: "failed", output: { message: summarizeError(error) } };
  }
}

/**
 * Stripe takes no more calls for now, which says nothing about this job: another like it is to be done later, with all
 * of its tries, and this one counts as done. Null when that could not be arranged.
 */
async function putOff(
  boss: PgBoss,
  name: string,
  { id, data }: Job<JobData>,
): Promise<JobResult | null> {
  report("warning", "a job is put off: Stripe takes no more calls for now", {
    queue: name,
    jobId: id,
  });
  const startAfter = Math.ceil(putOffSeconds * (1 + Math.random()));
  return boss.send(name, data, { startAfter }).then(
    (sent) => (sent === null ? null : { id, status: "completed" as const }),
    () => null,
  );
}
