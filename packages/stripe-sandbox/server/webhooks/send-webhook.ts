import { signWebhook } from "./sign-webhook.ts";
import type { WebhookEndpoint } from "../state/webhook-endpoint.ts";
import type { StrangeEvent, Disguise } from "../state/webhook-delivery.ts";

/** Stripe waits about this long for an endpoint. */
const TIMEOUT_MS = 10_000;

/** The version of an endpoint that was never upgraded. */
const OLDER_VERSION = "2025-03-31.basil";

export type WebhookMessage = {
  endpoint: WebhookEndpoint;
  secrets: string[];
  event: StrangeEvent;
  disguise: Disguise | null;
};

/** One attempt: the status answered, or `failed` when there was no answer. Redirects are not followed. */
export async function sendWebhook(
  { endpoint, secrets, event, disguise }: WebhookMessage,
  stopped: AbortSignal,
): Promise<number | "failed"> {
  const apiVersion = disguise?.kind === "older-version" ? OLDER_VERSION : event.api_version;
  const payload = JSON.stringify({ ...event, api_version: apiVersion }, null, 2);
  // Signed by the wall clock, because that is what the receiver checks it against.
  const timestamp =
    Math.floor(Date.now() / 1000) - (disguise?.kind === "stale" ? disguise.seconds : 0);
  const signing = disguise?.kind === "forged" ? ["whsec_of_somebody_else"] : secrets;
  try {
    const response = await fetch(endpoint.url, {
      method: "POST",
      redirect: "manual",
      signal: AbortSignal.any([AbortSignal.timeout(endpoint.timeoutMs ?? TIMEOUT_MS), stopped]),
      headers: {
        "Content-Type": "application/json; charset=utf-8",
        "Stripe-Signature": signWebhook(payload, signing, timestamp),
        "User-Agent": "Stripe/1.0 (+https://stripe.com/docs/webhooks)",
      },
      body: disguise?.kind === "tampered" ? payload.replace(/"id": "(..)_/, '"id": "xx_') : payload,
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    // No listener, a reset or a timeout are all the same to Stripe: not delivered.
    return "failed";
  }
}
