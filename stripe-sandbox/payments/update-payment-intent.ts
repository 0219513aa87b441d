import type { Parameters } from "../api/parameters.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { usePaymentMethod } from "./create-payment-method.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { requireAmount, requireCurrency, requireOneOf } from "./money-limits.ts";
import { legalIn, requireStatus } from "./payment-intent-lifecycle.ts";
import type { updateParams } from "./payment-intent-params.ts";

/** An amount or currency may change until the payment is confirmed; what describes it may change at any time. */
export function updatePaymentIntent(
  call: Call,
  id: string,
  wanted: Parameters<typeof updateParams>,
): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id);
  requireStatus(intent, changesMoney(wanted) ? "confirm" : "update");
  if (wanted.amount !== undefined) intent.amount = requireAmount(wanted.amount);
  if (wanted.currency !== undefined) intent.currency = requireCurrency(wanted.currency);
  if (wanted.capture_method !== undefined) {
    intent.capture_method = requireOneOf("capture_method", wanted.capture_method, [
      "automatic",
      "automatic_async",
      "manual",
    ]);
  }
  if (wanted.metadata) intent.metadata = mergeMetadata(intent.metadata, wanted.metadata);
  if (wanted.description !== undefined) intent.description = wanted.description || null;
  if (wanted.receipt_email !== undefined) intent.receipt_email = wanted.receipt_email || null;
  if (wanted.customer !== undefined) intent.customer = wanted.customer || null;
  if (wanted.transfer_group !== undefined) intent.transfer_group = wanted.transfer_group || null;
  if (wanted.payment_method) attach(call, intent, wanted.payment_method);
  return intent;
}

function changesMoney(wanted: Parameters<typeof updateParams>): boolean {
  return (
    wanted.amount !== undefined ||
    wanted.currency !== undefined ||
    wanted.capture_method !== undefined ||
    wanted.payment_method !== undefined
  );
}

function attach(call: Call, intent: StoredPaymentIntent, paymentMethod: string): void {
  intent.payment_method = usePaymentMethod(call, paymentMethod).id;
  const waiting: readonly string[] = legalIn.confirm;
  if (waiting.includes(intent.status) && intent.status !== "requires_action")
    intent.status = "requires_confirmation";
}

/** An empty value takes the key away. */
export function mergeMetadata(
  before: Record<string, string>,
  changes: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ""),
  );
}
