import Stripe from "stripe";
import { environment } from "#kernel/environment.ts";
import { trueTime } from "../testbed/true-clock.ts";

/** How a try at paying ended, as the browser sees it. */
export type Paid =
  /** Known no later than `at`; Stripe's own time is cut to the second and would prove less. */
  | { is: "authorized"; at: number }
  | { is: "challenged" }
  | { is: "declined"; code: string }
  /** The order's PaymentIntent cannot be paid any more, or Stripe did not answer. */
  | { is: "nothing" };

let client: Stripe | undefined;

function stripeOfBrowser(): Stripe {
  const { STRIPE_SECRET_KEY, STRIPE_API_URL } = environment();
  const { hostname, port } = new URL(STRIPE_API_URL ?? "http://127.0.0.1");
  client ??= new Stripe(STRIPE_SECRET_KEY, {
    host: hostname,
    port,
    protocol: "http",
    maxNetworkRetries: 1,
    timeout: 10_000,
    telemetry: false,
  });
  return client;
}

/** Gives a card, as stripe.js does on the payment page. */
export async function giveCard(stripeId: string, card: string): Promise<Paid> {
  try {
    const confirmed = await stripeOfBrowser().paymentIntents.confirm(stripeId, {
      payment_method: card,
      return_url: "http://localhost:3000/orders",
    });
    return readPaid(confirmed);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError)
      return { is: "declined", code: error.decline_code ?? error.code ?? "declined" };
    if (error instanceof Stripe.errors.StripeError) return { is: "nothing" };
    throw error;
  }
}

/** Answers the bank's page. */
export async function proveIdentity(
  stripeId: string,
  outcome: "completed" | "failed",
): Promise<Paid> {
  const { STRIPE_API_URL } = environment();
  await fetch(`${STRIPE_API_URL}/_sandbox/authentications`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ payment_intent: stripeId, outcome }),
  });
  try {
    const payment = await stripeOfBrowser().paymentIntents.retrieve(stripeId);
    return readPaid(payment);
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return { is: "nothing" };
    throw error;
  }
}

function readPaid({ status }: Stripe.PaymentIntent): Paid {
  if (status === "requires_action") return { is: "challenged" };
  const authorized = status === "requires_capture" || status === "succeeded";
  if (!authorized) return { is: "nothing" };
  return { is: "authorized", at: trueTime() };
}
