import type Stripe from "stripe";
import { stripe } from "./stripe.ts";

/** What a decision needs to know of a PaymentIntent, as Stripe has it now. */
export type PaymentSeen = {
  status: Stripe.PaymentIntent.Status;
  amount: number;
  currency: string;
  /** When the card was authorised, by Stripe's clock and to the second below; null when it is not. */
  authorizedAt: Date | null;
  declines: number;
  /** The bank says that trying this again is no use. */
  declinedForGood: boolean;
  failureCode: string | null;
};

/** Asks Stripe. A Stripe event is only ever a hint to come here. */
export async function seePayment(stripeId: string): Promise<PaymentSeen> {
  const paymentIntent = await stripe().paymentIntents.retrieve(stripeId, {
    expand: ["latest_charge"],
  });
  const { status, amount, currency, last_payment_error: failure } = paymentIntent;
  return {
    status,
    amount,
    currency,
    authorizedAt: authorizedAt(paymentIntent),
    declines: failure ? await countDeclines(stripeId) : 0,
    declinedForGood: failure ? isForGood(failure) : false,
    failureCode: failure?.decline_code ?? failure?.code ?? paymentIntent.cancellation_reason,
  };
}

function authorizedAt({ status, latest_charge: charge }: Stripe.PaymentIntent): Date | null {
  if (status !== "requires_capture" && status !== "succeeded") return null;
  if (!charge || typeof charge === "string") return null; // asked for expanded above
  return new Date(charge.created * 1000);
}

/** Failed authorisations; a 3-D Secure check that failed makes no charge at Stripe but is a try all the same. */
async function countDeclines(stripeId: string): Promise<number> {
  const charges = await stripe().charges.list({ payment_intent: stripeId, limit: 100 });
  return Math.max(1, charges.data.filter((charge) => charge.status === "failed").length);
}

/** Declines that no second try will change, and those of cards that should not be tried at all. */
const finalDeclines = [
  "stolen_card",
  "lost_card",
  "pickup_card",
  "restricted_card",
  "fraudulent",
  "merchant_blacklist",
];

function isForGood({ advice_code, decline_code }: Stripe.PaymentIntent.LastPaymentError): boolean {
  return advice_code === "do_not_try_again" || finalDeclines.includes(decline_code ?? "");
}
