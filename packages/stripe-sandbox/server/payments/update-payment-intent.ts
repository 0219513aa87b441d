import { mergeMetadata } from "../api/merge-metadata.ts";
import type { Parameters } from "../api/parameters.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { closeChallenge } from "./challenge-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { movePaymentIntent, requireStatus } from "./payment-intent-lifecycle.ts";
import type { updateParams } from "./payment-intent-params.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";
import { readChanges } from "./read-changes.ts";
import { requireAllowedType } from "./ways-to-pay.ts";

type Wanted = Parameters<typeof updateParams>;

/** Amount, currency, capture, card and ways to pay may change until the payment is confirmed; descriptive fields until it is canceled. */
export function updatePaymentIntent(call: Call, id: string, wanted: Wanted): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id);
  requireStatus(intent, changesPayment(wanted) ? "confirm" : "update");
  // All is checked before anything changes.
  const changes = readChanges(call.state, intent, wanted);
  const metadata = mergeMetadata(intent.metadata, wanted.metadata ?? {});
  const willHaveCard = wanted.payment_method ?? intent.payment_method;
  if (willHaveCard) requireAllowedType({ ...intent, ...changes }, "card");
  if (wanted.payment_method !== undefined) attach(call, intent, wanted.payment_method);
  Object.assign(intent, changes, { metadata });
  return intent;
}

function changesPayment(wanted: Wanted): boolean {
  const names = [
    "allowed_payment_method_types",
    "amount",
    "capture_method",
    "currency",
    "excluded_payment_method_types",
    "payment_method",
    "payment_method_options",
    "setup_future_usage",
  ] as const;
  return names.some((name) => wanted[name] !== undefined);
}

/** A new card ends what was begun with the one before, 3-D Secure included. */
function attach(call: Call, intent: StoredPaymentIntent, paymentMethod: string): void {
  const id = paymentMethod === "" ? null : usePaymentMethod(call, paymentMethod).id;
  intent.payment_method = id;
  closeChallenge(call, intent);
  movePaymentIntent(intent, id === null ? "requires_payment_method" : "requires_confirmation");
}
