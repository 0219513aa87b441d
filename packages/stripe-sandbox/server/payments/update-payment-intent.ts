import { mergeMetadata } from "../api/merge-metadata.ts";
import type { Parameters } from "../api/parameters.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { closeChallenge } from "./challenge-payment.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { requireAmount, requireCurrency } from "./money-limits.ts";
import { movePaymentIntent, requireStatus } from "./payment-intent-lifecycle.ts";
import type { updateParams } from "./payment-intent-params.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";
import { requireOneOf } from "../api/require-one-of.ts";

type Wanted = Parameters<typeof updateParams>;

/** Amount, currency, capture and card may change until the payment is confirmed; descriptive fields until it is canceled. */
export function updatePaymentIntent(call: Call, id: string, wanted: Wanted): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id);
  requireStatus(intent, changesMoney(wanted) ? "confirm" : "update");
  const changes = { ...checkedMoney(wanted), ...texts(wanted) }; // all is checked before anything changes
  if (wanted.payment_method !== undefined) attach(call, intent, wanted.payment_method);
  Object.assign(intent, changes);
  if (wanted.metadata !== undefined)
    intent.metadata = mergeMetadata(intent.metadata, wanted.metadata);
  return intent;
}

function changesMoney(wanted: Wanted): boolean {
  return (
    wanted.amount !== undefined ||
    wanted.currency !== undefined ||
    wanted.capture_method !== undefined ||
    wanted.payment_method !== undefined
  );
}

function checkedMoney(wanted: Wanted): Partial<StoredPaymentIntent> {
  const changes: Partial<StoredPaymentIntent> = {};
  if (wanted.amount !== undefined) changes.amount = requireAmount(wanted.amount);
  if (wanted.currency !== undefined) changes.currency = requireCurrency(wanted.currency);
  if (wanted.capture_method !== undefined) {
    changes.capture_method = requireOneOf("capture_method", wanted.capture_method, [
      "automatic",
      "automatic_async",
      "manual",
    ]);
  }
  return changes;
}

/** An empty string unsets. */
function texts(wanted: Wanted): Partial<StoredPaymentIntent> {
  const names = [
    "customer",
    "description",
    "receipt_email",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_group",
  ] as const;
  return Object.fromEntries(
    names
      .filter((name) => wanted[name] !== undefined)
      .map((name) => [name, wanted[name] === "" ? null : wanted[name]]),
  );
}

/** A new card ends what was begun with the one before, 3-D Secure included. */
function attach(call: Call, intent: StoredPaymentIntent, paymentMethod: string): void {
  const id = paymentMethod === "" ? null : usePaymentMethod(call, paymentMethod).id;
  intent.payment_method = id;
  closeChallenge(call, intent);
  movePaymentIntent(intent, id === null ? "requires_payment_method" : "requires_confirmation");
}
