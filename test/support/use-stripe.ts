import Stripe from "stripe";
import { afterAll, afterEach, beforeAll } from "vitest";
import { stripe } from "#lib/payments/stripe.ts";
import { startPayment } from "#lib/payments/start/start-payment.ts";
import { type RunningSandbox, startSandbox } from "@rowlock/stripe-sandbox/start";
import { anOrder } from "./factories.ts";
import { keepInStep } from "./movable-clock.ts";
import { chargesOf, only } from "./read-back.ts";

let running: RunningSandbox | undefined;

/** Gives a test file a Stripe sandbox of its own, whose clock moves with the database's. */
export function useStripe(): void {
  beforeAll(async () => {
    running = await startSandbox({ port: 0 });
    keepInStep(running);
    process.env["STRIPE_API_URL"] = `http://127.0.0.1:${running.port}`;
  });
  afterEach(() => running?.clearFaults());
  afterAll(() => running?.stop());
}

export function sandbox(): RunningSandbox {
  if (!running)
    throw new Error("The sandbox starts in beforeAll: call useStripe(), and use it inside a test.");
  return running;
}

/** An order whose buyer has opened the payment and has yet to give a card. */
export async function aPayment(given: Parameters<typeof anOrder>[0] = {}) {
  const order = await anOrder(given);
  await startPayment(order.buyerId, { orderId: order.orderId });
  const charge = only(await chargesOf(order.orderId));
  if (!charge.stripeId) throw new Error("The payment was opened without a PaymentIntent.");
  return { ...order, chargeId: charge.id, stripeId: charge.stripeId };
}

/** What the browser does when a card is given. Resolves to Stripe's answer, declined or not. */
export async function payWith(card: string, stripeId: string): Promise<string> {
  try {
    const answer = await stripe().paymentIntents.confirm(stripeId, {
      payment_method: card,
      return_url: "http://localhost:3000/orders",
    });
    return answer.status;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeCardError)
      return error.decline_code ?? error.code ?? "declined";
    throw error;
  }
}

/** What happened to the money, in order: `authorized`, `captured`, `released`, `refunded` … */
export function moneyOf(stripeId: string): string[] {
  return sandbox()
    .history()
    .flatMap((entry) =>
      entry.kind === "effect" && entry.paymentIntent === stripeId ? [entry.effect] : [],
    );
}
