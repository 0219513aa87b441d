import { ApiError } from "../api/api-error.ts";
import type { Parameters } from "../api/parameters.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { askBank } from "./ask-bank.ts";
import { cancelIntent } from "./cancel-payment-intent.ts";
import { closeChallenge, openChallenge } from "./challenge-payment.ts";
import {
  readConfirmationToken,
  useConfirmationToken,
} from "../payment-methods/create-confirmation-token.ts";
import { createPaymentMethod } from "../payment-methods/create-payment-method.ts";
import { declinePayment } from "./decline-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { requireStatus } from "./payment-intent-lifecycle.ts";
import type { confirmParams } from "./payment-intent-params.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";
import type { TestCard } from "../payment-methods/test-card.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";
import { readChanges } from "./read-changes.ts";
import { requireNoneForCard } from "./statement-descriptors.ts";
import { requireAllowedType, requireSameAsElements } from "./ways-to-pay.ts";

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
  const changes = readChanges(call.state, intent, confirmation);
  const changed = { ...intent, ...changes };
  const returnUrl = returnUrlOf(call, confirmation);
  const context =
    confirmation.client_context ?? call.state.tokenContexts[confirmation.confirmation_token ?? ""];
  if (context) requireSameAsElements(call.state, changed, context);
  requireReturnUrl(changed, { ...confirmation, return_url: returnUrl ?? undefined });
  requireAllowedType(changed, "card"); // there are no other payment methods
  requireNoneForCard(changed);
  const paymentMethod = choosePaymentMethod(call, intent, confirmation);
  Object.assign(intent, changes, { payment_method: paymentMethod });
  closeChallenge(call, intent);
  return askBuyerOrBank(call, intent, confirmation, returnUrl);
}

function askBuyerOrBank(
  call: Call,
  intent: StoredPaymentIntent,
  confirmation: Confirmation,
  returnUrl: string | null,
): StoredPaymentIntent {
  const card = cardBehind(call, intent.payment_method ?? "");
  if (!authenticates(card, intent)) return askBank(call, intent, false);
  if (card.authenticationFails)
    throw declinePayment(call, intent, "generic_decline", "processing_error");
  // Nobody is there to authenticate, or the seller wants none of it.
  if (confirmation.error_on_requires_action || confirmation.off_session)
    throw declinePayment(call, intent, "authentication_required");
  return openChallenge(call, intent, { returnUrl, inPage: confirmation.use_stripe_sdk ?? false });
}

/** The bank asks for 3-D Secure, or the seller does and the card can. */
function authenticates(card: TestCard, intent: StoredPaymentIntent): boolean {
  if (card.authentication === "required") return true;
  const asked = intent.payment_method_options?.card?.request_three_d_secure;
  return card.authentication === "supported" && (asked === "any" || asked === "challenge");
}

function returnUrlOf(call: Call, confirmation: Confirmation): string | null {
  if (confirmation.return_url) return confirmation.return_url;
  return confirmation.confirmation_token
    ? (readConfirmationToken(call, confirmation.confirmation_token)?.return_url ?? null)
    : null;
}

/** What the account has switched on may leave the page, and must know the way back. stripe.js knows it by itself. */
export function requireReturnUrl(intent: StoredPaymentIntent, confirmation: Confirmation): void {
  const { automatic_payment_methods: automatic } = intent;
  if (!automatic?.enabled || automatic.allow_redirects === "never") return;
  if (confirmation.return_url || confirmation.use_stripe_sdk) return;
  throw new ApiError(
    400,
    {
      type: "invalid_request_error",
      message:
        "This PaymentIntent is configured to accept payment methods enabled in your Dashboard. Because some of these payment methods might redirect your customer off of your page, you must provide a `return_url`. If you don't want to accept redirect-based payment methods, set `automatic_payment_methods[enabled]` to `true` and `automatic_payment_methods[allow_redirects]` to `never` when creating Setup Intents and Payment Intents.",
    },
    false,
  );
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
