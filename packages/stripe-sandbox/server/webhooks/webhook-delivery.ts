import type { StrangeEvent } from "./strange-event.ts";

export type Disguise =
  | { kind: "stale"; seconds: number }
  | { kind: "forged" }
  | { kind: "tampered" }
  | { kind: "older-version" };

/** One message on its way. It leaves the state once answered with 2xx; a dropped one stays out for good. */
export type WebhookDelivery = {
  id: string;
  event: string;
  /** What is sent in place of an event of this account. */
  stranger?: StrangeEvent;
  attempts: number;
  /** Milliseconds on the sandbox's clock. */
  dueMs: number;
  firstDueMs: number;
  /** How the next attempt lies about itself; the attempts after it are honest. */
  disguise: Disguise | null;
};

/** A local developer should see the retry happen; the longest pause is Stripe's order of size. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 8 * 3600 * 1000;

/** docs.stripe.com/webhooks: "up to three days with an exponential back off". */
const GIVE_UP_AFTER_MS = 3 * 24 * 3600 * 1000;

/** When to try again, or `null` when three days have passed. */
export function nextAttemptMs(delivery: WebhookDelivery, nowMs: number): number | null {
  const next = nowMs + Math.min(FIRST_RETRY_MS * 2 ** (delivery.attempts - 1), LONGEST_RETRY_MS);
  return next - delivery.firstDueMs > GIVE_UP_AFTER_MS ? null : next;
}
