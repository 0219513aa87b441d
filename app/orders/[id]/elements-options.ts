import type { StripeElementsOptionsMode } from "@stripe/stripe-js";
import { waysToPay } from "#lib/payments/ways-to-pay.ts";

/** What the card form is opened with. All of it has to agree with the PaymentIntent it will confirm. */
export function elementsOptions(amount: number, currency: string) {
  return {
    mode: "payment",
    amount,
    currency,
    captureMethod: "manual",
    allowedPaymentMethodTypes: [...waysToPay],
  } satisfies StripeElementsOptionsMode;
}
