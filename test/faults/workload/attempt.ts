import { setTimeout as pause } from "node:timers/promises";
import Stripe from "stripe";
import { isTransient, sqlState } from "#db/sql-state.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { RefusalCode } from "#kernel/refusals.ts";
import { sendMessage } from "./send-message.ts";

/** Three tries of three waits each, and a Stripe that answers at the last moment. */
const patienceMilliseconds = 60_000;

type Attempt<T> =
  | { is: "done"; value: T }
  | { is: "refused"; code: RefusalCode }
  | { is: "failed" };

/** Asks for something the way a page does: done, refused in words, or an error page. */
export async function attempt<T>(asked: string, work: Promise<T>): Promise<Attempt<T>> {
  try {
    return { is: "done", value: await inTime(work) };
  } catch (error) {
    if (error instanceof Refusal) return { is: "refused", code: error.reason.code };
    sendMessage({ type: "failed", asked, explained: isExplained(error), why: describe(error) });
    return { is: "failed" };
  }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const late = pause(patienceMilliseconds, undefined, { signal }).then(
    () => Promise.reject(new Error("There was no answer.")),
    () => new Promise<never>(() => {}), // answered: the race is over
  );
  return Promise.race([work, late]).finally(() => waiting.abort());
}

/** The database or Stripe was being kept from answering. Every other error is a bug. */
function isExplained(error: unknown): boolean {
  return (
    isTransient(error) ||
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    error instanceof Stripe.errors.StripeRateLimitError
  );
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const root = rootOf(error);
  return `${sqlState(error) ?? error.name}: ${root.message}`.slice(0, 300);
}

function rootOf(error: Error): Error {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}
