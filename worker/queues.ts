import type { PgBoss, Queue } from "pg-boss";
import { subscriptions } from "./subscriptions.ts";

export const deadLetters = "dead-letters";
/** Domain events the relay could not make jobs of. Kept for an operator; their rows stay in the outbox. */
export const unreadable = "unreadable-domain-events";

const keptSeconds = 30 * 24 * 60 * 60;

/** Soon at first, then every ten minutes at the latest. */
const retries = { retryDelay: 1, retryBackoff: true, retryDelayMax: 600 };
/** Over an hour and a half: longer than most outages, shorter than anyone's patience. */
const usualTries = 20;
/** Over two days at least: a mail server may be down for one. */
const patientTries = 300;
/** A worker that dies is noticed by its silence, one that hangs by the clock. */
const claims = { heartbeatSeconds: 10, expireInSeconds: 120 };

export const subscriberNames = [...new Set(subscriptions.map(({ subscriber }) => subscriber.name))];

/** Deferred jobs are never announced: a queue of them is looked at every second instead. */
export function isDeferred(name: string): boolean {
  return subscriptions.some(({ subscriber, due }) => subscriber.name === name && due !== undefined);
}

/** Every subscription of a subscriber has the same. */
function isPatient(name: string): boolean {
  return subscriptions.some(
    ({ subscriber }) => subscriber.name === name && subscriber.patience === "days",
  );
}

/** Makes every queue, or brings it to today's settings. */
export async function createQueues(boss: PgBoss): Promise<void> {
  for (const name of [deadLetters, unreadable])
    await put(boss, name, { deleteAfterSeconds: keptSeconds });
  for (const name of subscriberNames) {
    await put(boss, name, {
      ...retries,
      ...claims,
      retryLimit: isPatient(name) ? patientTries : usualTries,
      deadLetter: deadLetters,
      notify: !isDeferred(name),
    });
  }
}

async function put(boss: PgBoss, name: string, settings: Omit<Queue, "name">): Promise<void> {
  await boss.createQueue(name, settings); // does nothing when it is there
  await boss.updateQueue(name, settings);
}
