import { Refusal, type RefusalReason } from "#kernel/refusal.ts";
import type { RefusalCode } from "#kernel/refusals.ts";

/** Why the business said no. Fails when it did not, or when something broke instead. */
export async function refusalOf(attempt: Promise<unknown>): Promise<RefusalReason> {
  const error = await attempt.then(
    () => new Error("Expected a refusal, but it was done."),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error.reason;
  throw error;
}

/** What became of many attempts at once: the results, and how often each refusal. Anything else is rethrown. */
export async function tally<T>(attempts: Promise<T>[]) {
  const done: T[] = [];
  const refused: Partial<Record<RefusalCode, number>> = {};
  for (const outcome of await Promise.allSettled(attempts)) {
    if (outcome.status === "fulfilled") done.push(outcome.value);
    else if (!(outcome.reason instanceof Refusal)) throw outcome.reason;
    else refused[outcome.reason.reason.code] = (refused[outcome.reason.reason.code] ?? 0) + 1;
  }
  return { done, refused };
}
