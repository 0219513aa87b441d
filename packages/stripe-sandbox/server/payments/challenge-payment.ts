import { ApiError } from "../api/api-error.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { Challenge } from "../state/sandbox-state.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { askBank } from "./ask-bank.ts";
import { recordFailure } from "./decline-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { movePaymentIntent, requireStatus } from "./payment-intent-lifecycle.ts";

type How = { returnUrl: string | null; inPage: boolean };

/** 3-D Secure begins: the buyer must answer a page of their bank, in a modal of stripe.js or by redirect. */
export function openChallenge(
  call: Call,
  intent: StoredPaymentIntent,
  how: How,
): StoredPaymentIntent {
  const redirects = !how.inPage && how.returnUrl !== null;
  const challenge: Challenge = {
    id: newId("src"),
    paymentIntent: intent.id,
    returnUrl: redirects ? how.returnUrl : null,
    outcome: "open",
  };
  call.state.challenges[challenge.id] = challenge;
  call.state.attempts[intent.id] = {
    failures: call.state.attempts[intent.id]?.failures ?? 0,
    openChallenge: challenge.id,
  };
  const url = `${call.origin}/authenticate/${challenge.id}`;
  intent.next_action = redirects
    ? { type: "redirect_to_url", redirect_to_url: { return_url: how.returnUrl, url } }
    : {
        type: "use_stripe_sdk",
        use_stripe_sdk: { type: "three_d_secure_redirect", source: challenge.id, stripe_js: url },
      };
  movePaymentIntent(intent, "requires_action");
  recordEvent(call, "payment_intent.requires_action", intent);
  return intent;
}

/** Answers the open challenge of a PaymentIntent. */
export function authenticatePayment(
  call: Call,
  paymentIntent: string,
  outcome: "completed" | "failed",
): StoredPaymentIntent {
  const intent = findPaymentIntent(call, paymentIntent);
  requireStatus(intent, "authenticate");
  return answerChallenge(call, openChallengeOf(call, paymentIntent) ?? "", outcome);
}

/** Applies the buyer's answer. A decline that follows is recorded on the PaymentIntent and not thrown: no API call waits for it. */
export function answerChallenge(
  call: Call,
  challengeId: string,
  outcome: "completed" | "failed",
): StoredPaymentIntent {
  const challenge = call.state.challenges[challengeId];
  if (!challenge) throw noSuchChallenge(challengeId);
  const intent = findPaymentIntent(call, challenge.paymentIntent);
  requireStatus(intent, "authenticate");
  if (openChallengeOf(call, intent.id) !== challengeId) throw noSuchChallenge(challengeId);
  challenge.outcome = outcome;
  closeChallenge(call, intent);
  if (outcome === "failed") {
    recordFailure(call, intent, {
      code: "payment_intent_authentication_failure",
      message:
        "We are unable to authenticate your payment method. Please choose a different payment method and try again.",
      type: "invalid_request_error",
    });
    return intent;
  }
  try {
    return askBank(call, intent, true);
  } catch (error) {
    if (error instanceof ApiError) return intent;
    throw error;
  }
}

/** The challenge a PaymentIntent waits for; `null` when it waits for none. */
function openChallengeOf(call: Call, paymentIntent: string): string | null {
  return call.state.attempts[paymentIntent]?.openChallenge ?? null;
}

export function closeChallenge(call: Call, intent: StoredPaymentIntent): void {
  const attempts = call.state.attempts[intent.id];
  if (attempts) attempts.openChallenge = null;
  intent.next_action = null;
}

function noSuchChallenge(id: string): ApiError {
  return new ApiError(400, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No authentication is open under ${id}.`,
  });
}
