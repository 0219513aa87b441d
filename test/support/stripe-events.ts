import type Stripe from "stripe";
import { developmentSecrets } from "#kernel/environment.ts";
import type { OrderId } from "#kernel/ids.ts";
import { receiveStripeEvent } from "#lib/payments/stripe-events/receive-stripe-event.ts";
import { settleStripeEvent } from "#lib/payments/stripe-events/settle-stripe-event.ts";
import { stripe } from "#lib/payments/stripe.ts";
import { only } from "./read-back.ts";
import { aPayment, payWith } from "./use-stripe.ts";

/** In seconds, as Stripe counts. */
export const now = () => Math.floor(Date.now() / 1000);

/** One webhook delivery, signed as Stripe signs. */
export function deliver(
  event: Partial<Stripe.Event>,
  secret: string = developmentSecrets.STRIPE_WEBHOOK_SECRET,
  timestamp = now(),
) {
  const payload = JSON.stringify(event);
  const header = stripe().webhooks.generateTestHeaderString({ payload, secret, timestamp });
  return receiveStripeEvent(payload, header);
}

/** A payment that was just authorised, and the Stripe event that says so. */
export async function authorized() {
  const payment = await aPayment();
  await payWith("pm_card_visa", payment.stripeId);
  const type = "payment_intent.amount_capturable_updated";
  const events = await stripe().events.list({ type, limit: 100 });
  const event = only(
    events.data.filter(({ data }) => "id" in data.object && data.object.id === payment.stripeId),
  );
  return { payment, event };
}

/** As the worker does on the domain event. */
export async function follow({ id, type }: Stripe.Event, orderId: OrderId): Promise<void> {
  await settleStripeEvent({ stripeEventId: id, orderId, type });
}
