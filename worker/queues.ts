import type { PgBoss, Queue } from "pg-boss";
import { deadLetters, unreadable } from "./operators-queues.ts";
import { subscriptions } from "./subscriptions.ts";

const keptSeconds = 30 * 24 * 60 * 60;

/** A job that was done is kept for a day: pg-boss reads the whole table every few seconds to count it. */
const doneKeptSeconds = 24 * 60 * 60;

/** Soon at first, then every ten minutes at the latest. */
const retries = { retryDelay: 1, retryBackoff: true, retryDelayMax: 600 };
/** Over an hour and a half: longer than most outages. */
const usualRetries = 20;
/** Over two days at least: a mail server may be down for one. */
const retriesOverDays = 300;
/** A worker that died is detected by its missing heartbeat, one that hangs by the time limit. */
const claims = { heartbeatSeconds: 10, expireInSeconds: 120 };

export const subscriberNames = [...new Set(subscriptions.map(({ subscriber }) => subscriber.name))];

/** Whether jobs wait for a time of their own. pg-boss announces no such job: its queue is polled every second. */
export function isDeferred(name: string): boolean {
  return subscriptions.some(({ subscriber, due }) => subscriber.name === name && due !== undefined);
}

/** How often a job of this queue is tried again before it is left to an operator. */
export function retriesOf(name: string): number {
  const forDays = subscriptions.some(
    ({ subscriber }) => subscriber.name === name && subscriber.retryFor === "days",
  );
  return forDays ? retriesOverDays : usualRetries;
}

/** Makes every queue, or brings it to today's settings. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of [deadLetters, unreadable])
    await put(boss, name, { deleteAfterSeconds: keptSeconds });
  for (const name of subscriberNames) {
    await put(boss, name, {
      ...retries,
      ...claims,
      deleteAfterSeconds: doneKeptSeconds,
      retryLimit: retriesOf(name),
      deadLetter: deadLetters,
      notify: !isDeferred(name),
    });
  }
}

async function put(boss: PgBoss, name: string, settings: Omit<Queue, "name">): Promise<void> {
  await boss.createQueue(name, settings); // does nothing to a queue that exists
  await boss.updateQueue(name, settings);
}
