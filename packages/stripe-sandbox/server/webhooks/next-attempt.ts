import type { WebhookDelivery } from "../state/webhook-delivery.ts";

/** One second at first, so that a developer sees the retry happen; the longest pause is about Stripe's. */
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 8 * 3600 * 1000;

/** docs.stripe.com/webhooks: "up to three days with an exponential back off". */
const GIVE_UP_AFTER_MS = 3 * 24 * 3600 * 1000;

/** When to try again, or `null` when three days have passed. */
export function nextAttemptMs(delivery: WebhookDelivery, nowMs: number): number | null {
  const next = nowMs + Math.min(FIRST_RETRY_MS * 2 ** (delivery.attempts - 1), LONGEST_RETRY_MS);
  return next - delivery.firstDueMs > GIVE_UP_AFTER_MS ? null : next;
}
