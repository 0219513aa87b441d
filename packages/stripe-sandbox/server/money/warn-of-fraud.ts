import type Stripe from "stripe";
import { recordEvent } from "../events/record-event.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredCharge } from "../state/stored-objects.ts";

/** The buyer's bank suspects fraud. No money moves; a refund now may avoid a dispute. */
export function warnOfFraud(call: Call, charge: StoredCharge): void {
  const warning = {
    id: newId("issfr"),
    object: "radar.early_fraud_warning",
    actionable: isActionable(charge),
    charge: charge.id,
    created: call.now,
    fraud_type: "made_with_stolen_card",
    livemode: false,
    payment_intent: charge.payment_intent,
  } satisfies Stripe.Radar.EarlyFraudWarning;
  call.state.early_fraud_warnings[warning.id] = warning;
  recordEvent(call, "radar.early_fraud_warning.created", warning);
}

/** A warning can no longer be acted on once its charge is disputed or fully refunded. */
export function closeFraudWarnings(call: Call, charge: StoredCharge): void {
  if (isActionable(charge)) return;
  for (const warning of Object.values(call.state.early_fraud_warnings)) {
    if (warning.charge !== charge.id || !warning.actionable) continue;
    warning.actionable = false;
    recordEvent(call, "radar.early_fraud_warning.updated", warning, { actionable: true });
  }
}

function isActionable(charge: StoredCharge): boolean {
  return !charge.disputed && !charge.refunded;
}
