import type Stripe from "stripe";
import { ApiError, type ApiErrorBody } from "../api/api-error.ts";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import {
  type CardDecline,
  cardDeclines,
  type DeclineName,
} from "../payment-methods/card-declines.ts";
import { newCharge } from "./new-charge.ts";
import { movePaymentIntent } from "./payment-intent-lifecycle.ts";

const authenticationRequired: CardDecline = {
  code: "authentication_required",
  declineCode: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
  adviceCode: "try_again_later",
  networkDeclineCode: "65",
  outcome: "issuer_declined",
  sellerMessage: "The bank returned the decline code `authentication_required`.",
};

/** Records the refusal, makes the failed charge, and returns the 402 to throw. */
export function declinePayment(
  call: Call,
  intent: StoredPaymentIntent,
  name: DeclineName | "authentication_required",
  authentication: "processing_error" | null = null,
): ApiError {
  const decline: CardDecline =
    name === "authentication_required" ? authenticationRequired : cardDeclines[name];
  const charge = newCharge(call, intent, { decline, authentication });
  intent.latest_charge = charge.id;
  recordEffect(call, "declined", charge, charge.amount);
  recordEvent(call, "charge.failed", charge);
  const error = declineFields(decline, charge.id);
  recordFailure(call, intent, error);
  return new ApiError(402, { ...error, payment_intent: structuredClone(intent) });
}

/** Back to requires_payment_method: the reason is recorded, the declined payment method detached. */
export function recordFailure(call: Call, intent: StoredPaymentIntent, error: ApiErrorBody): void {
  const paymentMethod = call.state.payment_methods[intent.payment_method ?? ""];
  intent.last_payment_error = lastPaymentError(error, paymentMethod);
  intent.payment_method = null;
  intent.next_action = null;
  const attempts = call.state.attempts[intent.id];
  call.state.attempts[intent.id] = { failures: (attempts?.failures ?? 0) + 1, openChallenge: null };
  movePaymentIntent(intent, "requires_payment_method");
  recordEvent(call, "payment_intent.payment_failed", intent);
}

function lastPaymentError(
  error: ApiErrorBody,
  paymentMethod: Stripe.PaymentMethod | undefined,
): Stripe.PaymentIntent.LastPaymentError {
  const { payment_intent: _, ...fields } = error;
  return {
    ...fields,
    ...(paymentMethod
      ? { payment_method: structuredClone(paymentMethod), payment_method_type: "card" }
      : {}),
  };
}

function declineFields(decline: CardDecline, charge: string): ApiErrorBody {
  return {
    type: "card_error",
    code: decline.code,
    ...(decline.declineCode ? { decline_code: decline.declineCode } : {}),
    advice_code: decline.adviceCode,
    ...(decline.networkAdviceCode ? { network_advice_code: decline.networkAdviceCode } : {}),
    ...(decline.networkDeclineCode ? { network_decline_code: decline.networkDeclineCode } : {}),
    charge,
    message: decline.message,
    ...(decline.code === "incorrect_cvc" ? { param: "cvc" } : {}),
    ...(decline.code === "expired_card" ? { param: "exp_month" } : {}),
  };
}
