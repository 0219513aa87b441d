import type Stripe from "stripe";

// Stripe's own types allow an expanded object wherever an id can stand. At rest the sandbox keeps ids only; `expand[]` puts objects in.

export type StoredPaymentIntent = Stripe.PaymentIntent & {
  client_secret: string;
  customer: string | null;
  latest_charge: string | null;
  payment_method: string | null;
};

export type StoredCharge = Stripe.Charge & {
  balance_transaction: string | null;
  customer: string | null;
  payment_intent: string;
  payment_method: string;
};

export type StoredRefund = Stripe.Refund & {
  balance_transaction: string | null;
  charge: string;
  metadata: Stripe.Metadata;
  payment_intent: string;
};

export type StoredPaymentMethod = Stripe.PaymentMethod & {
  card: Stripe.PaymentMethod.Card;
  customer: string | null;
};

export type StoredBalanceTransaction = Stripe.BalanceTransaction & { source: string | null };

export type StoredDispute = Stripe.Dispute & { charge: string; payment_intent: string | null };

export type StoredEarlyFraudWarning = Stripe.Radar.EarlyFraudWarning & {
  charge: string;
  payment_intent: string;
};

export type StoredConfirmationToken = Stripe.ConfirmationToken & { payment_intent: string | null };

/** A snapshot event: `data.object` is what the object looked like then, and never changes. */
export type StoredEvent = {
  id: string;
  object: "event";
  api_version: string;
  created: number;
  data: { object: EventSubject; previous_attributes?: Record<string, unknown> };
  livemode: false;
  pending_webhooks: number;
  request: Stripe.Event.Request | null;
  type: Stripe.Event.Type;
};

export type EventSubject =
  | StoredPaymentIntent
  | StoredCharge
  | StoredRefund
  | StoredDispute
  | StoredEarlyFraudWarning;
