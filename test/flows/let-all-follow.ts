import { gt, sql } from "drizzle-orm";
import type { Job } from "pg-boss";
import { db } from "#db/client.ts";
import { outbox } from "#db/schema/outbox.ts";
import type { DomainEventId } from "#kernel/ids.ts";
import { summarizeError } from "#kernel/describe-error.ts";
import { jobQueue } from "#test/support/use-jobs.ts";
import type { JobData } from "#worker/job-data.ts";
import { readDomainEvent } from "#worker/jobs-for.ts";
import { subscriberNames } from "#worker/queues.ts";
import { relayOutbox } from "#worker/relay-outbox.ts";
import { subscriptions } from "#worker/subscriptions.ts";
import { deliverNewStripeEvents } from "./deliver-stripe-events.ts";

/** What came of something that happened, once nothing is left to do. */
export type Account = {
  /** The domain events that were recorded, in order: `OrderExpired`, `TicketUpdated:unlocked`. */
  happened: string[];
  /** Who followed which, in order, and how: `mail-expired after OrderExpired: done`. */
  followed: string[];
};

/** The newest domain event there is; an account begins after it. */
export async function lastDomainEvent(): Promise<DomainEventId> {
  const [last] = await db().execute<{ id: DomainEventId }>(
    sql`select id from outbox order by id desc limit 1`,
  );
  if (!last) throw new Error("Nothing has happened yet: a situation comes first.");
  return last.id;
}

/**
 * Lets everything follow that follows: relays the outbox, works every job that is due by the test's clock, one after
 * the other and in the order of the list, and delivers what Stripe has to say, until nothing is left. A job that fails
 * is tried once: its next try is due later. The account is of what is `about` one of these ids; the rest follows too.
 */
export async function letAllFollow(since: DomainEventId, about: string[]): Promise<Account> {
  const followed: string[] = [];
  for (let rounds = 0; ; rounds += 1) {
    if (rounds > 50) throw new Error("It does not come to rest: something follows itself.");
    const said = await deliverNewStripeEvents();
    const relayed = await relayOutbox(jobQueue());
    const worked = await workDueJobs(followed, about);
    if (said + relayed + worked === 0) break;
  }
  return { happened: await recordedSince(since, about), followed };
}

/** Orders of other tests share the database: what is due of theirs is worked, and not told. */
function isAbout(facts: unknown, ids: string[]): boolean {
  const written = JSON.stringify(facts);
  return ids.some((id) => written.includes(id));
}

async function workDueJobs(followed: string[], about: string[]): Promise<number> {
  // pg-boss has a clock of its own, which tests do not move: what is due by ours is made due by it.
  await db().execute(sql`
    update pgboss.job set start_after = pg_catalog.now()
    where state = 'created' and start_after between pg_catalog.now() and clock_timestamp()`);
  let worked = 0;
  for (const queue of subscriberNames) {
    for (const job of await jobQueue().fetch<JobData>(queue, { batchSize: 100 })) {
      const outcome = await work(queue, job);
      if (isAbout(job.data.data, about)) followed.push(outcome);
      worked += 1;
    }
  }
  return worked;
}

async function work(queue: string, job: Job<JobData>): Promise<string> {
  const event = readDomainEvent(job.data);
  const subscription = subscriptions.find(
    ({ on, subscriber }) => on === event.type && subscriber.name === queue,
  );
  const told = `${queue} after ${event.type}`;
  try {
    await subscription?.subscriber.run(event, jobQueue());
    await jobQueue().complete(queue, job.id);
    return `${told}: done`;
  } catch (error) {
    await jobQueue().fail(queue, job.id, { message: summarizeError(error) });
    return `${told}: failed`;
  }
}

async function recordedSince(since: DomainEventId, about: string[]): Promise<string[]> {
  const rows = await db()
    .select({ type: outbox.type, data: outbox.data })
    .from(outbox)
    .where(gt(outbox.id, since))
    .orderBy(outbox.id);
  const told = rows.filter(({ data }) => isAbout(data, about));
  return told.map(({ type, data }) => {
    const { change } = data as { change?: unknown }; // of every shape of facts
    return typeof change === "string" ? `${type}:${change}` : type;
  });
}
