import type { PaymentFailure } from "#lib/payments/payment-failure.ts";
import { declineSentence } from "./decline-sentence.ts";

const sentences: Record<PaymentFailure, string> = {
  amount_mismatch:
    "The amount that was authorised is not the price of this ticket, so it was not taken.",
  payment_canceled: "The payment was cancelled at our payment provider before it was made.",
  authorization_undone:
    "Your card was authorised, but the authorisation was withdrawn before the payment could be finished.",
  payment_refused:
    "Our payment provider did not open a payment for this ticket. The fault is not yours or your bank's: we have been told and will look into it.",
};

/** Why the payment of an order failed, by its charge's failure code. A decline says only what helps an honest buyer. */
export function failureSentence(failureCode: string | null): string {
  if (failureCode !== null && isPaymentFailure(failureCode)) return sentences[failureCode];
  return declineSentence({ type: "card_error", code: failureCode ?? "card_declined" });
}

function isPaymentFailure(code: string): code is PaymentFailure {
  return Object.hasOwn(sentences, code);
}
