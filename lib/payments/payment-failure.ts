/**
 * Why a payment failed when it was not the bank that declined the card. Kept in `charges.failure_code` beside
 * Stripe's own codes of declines.
 */
export const paymentFailures = [
  /** The amount or currency authorised is not the order's. */
  "amount_mismatch",
  /** The PaymentIntent was cancelled at Stripe while the buyer still had time. */
  "payment_canceled",
  /** The card was authorised, and the authorisation was undone at Stripe before the capture. */
  "authorization_undone",
  /** Stripe refused to open the payment: our key, the amount, the currency. */
  "payment_refused",
] as const;

export type PaymentFailure = (typeof paymentFailures)[number];
