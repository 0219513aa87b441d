import type Stripe from "stripe";
import { fetchRefund, type KnownRefund, type RefundSnapshot } from "../refunds/fetch-refund.ts";
import { stripe } from "../stripe.ts";

/** What a decision needs to know of a PaymentIntent, as Stripe had it when it was asked. */
export type PaymentSnapshot = {
  status: Stripe.PaymentIntent.Status;
  amount: number;
  currency: string;
  /** The card that it was paid with; null until then, and for a way to pay that is no card. */
  card: { brand: string | null; last4: string } | null;
  /** When the card was authorised, by Stripe's clock, rounded down to the second; null when it is not. */
  authorizedAt: Date | null;
  declines: number;
  /** Stripe's fingerprints of the cards that were declined, the latest first; null where it told none. */
  declinedCards: readonly (string | null)[];
  /** Whoever holds the card is not to pay with another one either: it is stolen or lost, or used in fraud. */
  declinedForGood: boolean;
  failureCode: string | null;
  refund: RefundSnapshot | null;
  /** Stripe's word for the state of a dispute about it. */
  disputeStatus: string | null;
};

/**
 * Asks Stripe, unless it has just answered with the PaymentIntent. A Stripe event is only ever a hint to ask. Where our
 * books know of a refund, its refunds are fetched even when nothing counts as refunded, as after a refund that failed;
 * where a dispute was told, its disputes, even when the charge does not show one.
 */
export async function fetchPayment(
  stripeId: string,
  known: KnownRefund & { disputeTold: boolean },
  answered: Stripe.PaymentIntent | null,
): Promise<PaymentSnapshot> {
  const paymentIntent =
    answered ?? (await stripe().paymentIntents.retrieve(stripeId, { expand: ["latest_charge"] }));
  const { status, amount, currency, last_payment_error: failure } = paymentIntent;
  const captured = status === "succeeded" ? chargeOf(paymentIntent) : null;
  const mayHaveRefund = known.refundId !== null || Boolean(captured?.amount_refunded);
  const mayHaveDispute = known.disputeTold || Boolean(captured?.disputed);
  const { declines, declinedCards } = await fetchDeclines(stripeId, failure);
  return {
    status,
    amount,
    currency,
    authorizedAt: authorizedAt(paymentIntent),
    card: captured && cardOf(captured),
    declines,
    declinedCards,
    declinedForGood: failure ? isForGood(failure) : false,
    failureCode: failure?.decline_code ?? failure?.code ?? paymentIntent.cancellation_reason,
    refund: mayHaveRefund ? await fetchRefund(stripeId, known) : null,
    disputeStatus: captured && mayHaveDispute ? await fetchDispute(stripeId) : null,
  };
}

function chargeOf({ latest_charge: charge }: Stripe.PaymentIntent): Stripe.Charge | null {
  return charge && typeof charge !== "string" ? charge : null; // asked for expanded above
}

function cardOf({ payment_method_details: details }: Stripe.Charge): PaymentSnapshot["card"] {
  const { brand = null, last4 } = details?.card ?? {};
  return last4 ? { brand, last4 } : null;
}

async function fetchDispute(stripeId: string): Promise<string | null> {
  const disputes = await stripe().disputes.list({ payment_intent: stripeId, limit: 1 });
  return disputes.data[0]?.status ?? null;
}

function authorizedAt(paymentIntent: Stripe.PaymentIntent): Date | null {
  const { status } = paymentIntent;
  if (status !== "requires_capture" && status !== "succeeded") return null;
  const charge = chargeOf(paymentIntent);
  return charge && new Date(charge.created * 1000);
}

/** Failed authorisations. At least one: a 3-D Secure check that failed is a try, and makes no charge at Stripe. */
async function fetchDeclines(
  stripeId: string,
  failure: Stripe.PaymentIntent.LastPaymentError | null,
): Promise<Pick<PaymentSnapshot, "declines" | "declinedCards">> {
  if (!failure) return { declines: 0, declinedCards: [] };
  const charges = await stripe().charges.list({ payment_intent: stripeId, limit: 100 });
  const failed = charges.data.filter((charge) => charge.status === "failed");
  const ofCharges = failed.map(
    (charge) => charge.payment_method_details?.card?.fingerprint ?? null,
  );
  const ofCheck = failure.charge ? [] : [failure.payment_method?.card?.fingerprint ?? null];
  return { declines: Math.max(1, failed.length), declinedCards: [...ofCheck, ...ofCharges] };
}

/**
 * Declines that are final for the person. All others are about one card, also where the bank advises not to try it
 * again (`advice_code`), as banks do for ordinary reasons: its buyer may use another within the same lock.
 * https://docs.stripe.com/declines/codes
 */
const finalDeclines = ["stolen_card", "lost_card", "fraudulent", "merchant_blacklist"];

function isForGood({ decline_code }: Stripe.PaymentIntent.LastPaymentError): boolean {
  return finalDeclines.includes(decline_code ?? "");
}
