import type { Parameters } from "../api/parameters.ts";
import { recordEvent } from "../events/record-event.ts";
import { releaseAuthorization } from "../money/release-authorization.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { closeChallenge } from "./challenge-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { movePaymentIntent, requireStatus } from "./payment-intent-lifecycle.ts";
import type { cancelParams } from "./payment-intent-params.ts";
import { heldCharge } from "./held-charge.ts";

export function cancelPaymentIntent(
  call: Call,
  id: string,
  wanted: Parameters<typeof cancelParams>,
): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id);
  requireStatus(intent, "cancel");
  return cancelIntent(call, intent, wanted.cancellation_reason ?? null);
}

/** A held authorisation goes back to the buyer: Stripe shows that as a charge refunded without having been captured. */
export function cancelIntent(
  call: Call,
  intent: StoredPaymentIntent,
  reason: StoredPaymentIntent["cancellation_reason"],
): StoredPaymentIntent {
  const held = intent.status === "requires_capture" ? heldCharge(call, intent) : null;
  closeChallenge(call, intent);
  intent.amount_capturable = 0;
  intent.canceled_at = call.now;
  intent.cancellation_reason = reason;
  movePaymentIntent(intent, "canceled");
  if (held) releaseAuthorization(call, held, held.amount);
  recordEvent(call, "payment_intent.canceled", intent);
  if (held && reason === "automatic") recordEvent(call, "charge.expired", held);
  return intent;
}
