import { ApiError } from "../api/api-error.ts";
import type { Parameters } from "../api/parameters.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { askBank } from "./ask-bank.ts";
import { cancelIntent } from "./cancel-payment-intent.ts";
import { closeChallenge, openChallenge } from "./challenge-payment.ts";
import { useConfirmationToken } from "../payment-methods/create-confirmation-token.ts";
import { createPaymentMethod } from "../payment-methods/create-payment-method.ts";
import { declinePayment } from "./decline-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { requireStatus } from "./payment-intent-lifecycle.ts";
import type { confirmParams } from "./payment-intent-params.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";

type Confirmation = Parameters<typeof confirmParams>;

/** Stripe's limit is "variable"; ten is low enough to reach in a test and high enough for a buyer with many cards. */
const MOST_FAILURES = 10;

/** Asks the bank. Ends in requires_action, requires_capture or succeeded; a refusal is thrown as 402 after it was recorded. */
export function confirmPaymentIntent(
  call: Call,
  id: string,
  confirmation: Confirmation,
): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id, confirmation.client_secret);
  requireStatus(intent, "confirm");
  if ((call.state.attempts[id]?.failures ?? 0) >= MOST_FAILURES) {
    cancelIntent(call, intent, "automatic");
    requireStatus(intent, "confirm");
  }
  const returnUrl = confirmation.return_url ?? null;
  intent.payment_method = choosePaymentMethod(call, intent, confirmation);
  closeChallenge(call, intent);
  const card = cardBehind(call, intent.payment_method);
  if (card.authentication === "required") {
    if (confirmation.error_on_requires_action)
      throw declinePayment(call, intent, "authentication_required");
    return openChallenge(call, intent, { returnUrl, inPage: confirmation.use_stripe_sdk ?? false });
  }
  return askBank(call, intent, false);
}

function choosePaymentMethod(
  call: Call,
  intent: StoredPaymentIntent,
  confirmation: Confirmation,
): string {
  if (confirmation.confirmation_token)
    return useConfirmationToken(call, confirmation.confirmation_token, intent).id;
  if (confirmation.payment_method_data)
    return createPaymentMethod(call, confirmation.payment_method_data).id;
  if (confirmation.payment_method) return usePaymentMethod(call, confirmation.payment_method).id;
  if (intent.payment_method) return intent.payment_method;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message:
      "You cannot confirm this PaymentIntent because it's missing a payment method. You can either update the PaymentIntent with a payment method and then confirm it again, or confirm it again directly with a payment method or ConfirmationToken.",
    payment_intent: structuredClone(intent),
  });
}
