import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { environment } from "#kernel/environment.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type Database, db, isPooled, sessionSettings } from "./client.ts";
import { isConnectionLost, isOutOfTime, isTransient, sqlState } from "./sql-state.ts";

/** "Inside someone's transaction". */
export type Tx = Parameters<Parameters<Database["transaction"]>[0]>[0];

const maximumAttempts = 3;
const afterCommits = new WeakMap<Tx, Set<() => void>>();

/** Runs `follow` once after `tx` has committed, however often it was asked for; never after a rollback. */
export function afterCommit(tx: Tx, follow: () => void): void {
  const follows = afterCommits.get(tx) ?? new Set();
  afterCommits.set(tx, follows.add(follow));
}

/**
 * Runs `work` in one READ COMMITTED transaction. After a deadlock, a lock wait over its limit or a lost connection
 * it is run again, at most three times in all, so `work` must do nothing but talk to `tx`. `repeatable` says, with
 * its reason beside it, that committing twice is harmless; without it, a connection lost while committing ends
 * it, because the commit may have happened.
 *
 * A database that does not answer is not asked again: the statement that waited is the last.
 *
 * Refuses: `busy` when a row lock cannot be had in time, every time, or no connection comes free.
 */
export async function inTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  { repeatable = false } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const once = { workDone: false };
    try {
      return await runOnce(work, once);
    } catch (error) {
      const mayHaveCommitted = once.workDone && isConnectionLost(error);
      const transient = isTransient(error) && !isOutOfTime(error);
      const again = transient && (repeatable || !mayHaveCommitted);
      if (!again || attempt === maximumAttempts) throw isBusy(error) ? busy(error) : error;
      await pause(Math.random() * 50 * attempt); // jitter: two that collided must not collide again
    }
  }
}

async function runOnce<T>(work: (tx: Tx) => Promise<T>, once: { workDone: boolean }): Promise<T> {
  let follows: Set<() => void> | undefined;
  const result = await db().transaction(async (tx) => {
    if (isPooled(environment().DATABASE_URL)) await tx.execute(setLimits);
    const made = await work(tx);
    // failpoint: after-work-before-commit
    // pause: in-transaction-before-commit
    once.workDone = true;
    follows = afterCommits.get(tx);
    return made;
  });
  // failpoint: after-commit-before-answer
  follows?.forEach((follow) => follow());
  return result;
}

/** For this transaction alone, what a session has where there is no pooler. */
const setLimits = sql`select ${sql.join(
  Object.entries(sessionSettings).map(
    ([name, milliseconds]) => sql`set_config(${name}, ${String(milliseconds)}, true)`,
  ),
  sql`, `,
)}`;

function isBusy(error: unknown): boolean {
  return ["55P03", "DATABASE_BUSY"].includes(sqlState(error) ?? "");
}

/** A lock wait over its limit, still so after every attempt, or no connection free. */
function busy(cause: unknown): Refusal {
  return new Refusal({ code: "busy", details: {} }, { cause });
}
