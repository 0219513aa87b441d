import Stripe from "stripe";
import { environment } from "#kernel/environment.ts";
import { pacedHttpClient } from "./pace-calls.ts";

let client: Stripe | undefined;

/**
 * Stripe, or the sandbox when STRIPE_API_URL names one; only this file knows which. Ten seconds, because a person
 * may be waiting. The SDK repeats a call that got no answer, under the same idempotency key; every call is paced.
 */
export function stripe(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL, STRIPE_CALLS_PER_SECOND } = environment();
  client ??= new Stripe(STRIPE_SECRET_KEY, {
    apiVersion: "2026-10-28.endive",
    timeout: 10_000,
    maxNetworkRetries: 2,
    telemetry: false,
    httpClient: pacedHttpClient(STRIPE_CALLS_PER_SECOND),
    ...(STRIPE_API_URL ? hostOf(STRIPE_API_URL) : {}),
  });
  return client;
}

function hostOf(url: string) {
  const { hostname, port, protocol } = new URL(url);
  const secure = protocol === "https:";
  return {
    host: hostname,
    port: port || (secure ? 443 : 80),
    protocol: secure ? "https" : "http",
  } as const;
}

/** Stripe did not answer, or answered that it cannot now: the call may or may not have taken effect. */
export function isStripeUnreachable(error: unknown): boolean {
  return (
    error instanceof Stripe.errors.StripeConnectionError ||
    error instanceof Stripe.errors.StripeAPIError ||
    isStripeOverrun(error)
  );
}

/** Stripe takes no more calls for now: the one that failed did nothing. */
export function isStripeOverrun(error: unknown): boolean {
  return error instanceof Stripe.errors.StripeRateLimitError;
}
