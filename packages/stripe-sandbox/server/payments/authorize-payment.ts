import { recordEvent } from "../events/record-event.ts";
import { settleCharge } from "../money/settle-charge.ts";
import { recordEffect } from "../state/record-effect.ts";
import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge, StoredPaymentIntent } from "../state/stored-objects.ts";
import { AUTHORIZATION_SECONDS, newCharge } from "./new-charge.ts";
import { movePaymentIntent } from "./payment-intent-lifecycle.ts";
import type { TestCard } from "../payment-methods/test-card.ts";
import { afterCapture } from "./after-capture.ts";

/** `automatic_async` posts the fee a little after the answer; two seconds let a test observe both states. */
const ASYNC_SETTLEMENT_SECONDS = 2;

/** The bank said yes. With manual capture the money is only held. */
export function authorizePayment(
  call: Call,
  intent: StoredPaymentIntent,
  card: TestCard,
  authenticated: boolean,
): StoredPaymentIntent {
  // First, because it throws when the status does not allow it, and then nothing has been recorded.
  movePaymentIntent(intent, intent.capture_method === "manual" ? "requires_capture" : "succeeded");
  const charge = newCharge(call, intent, {
    decline: null,
    authentication: authenticated ? "authenticated" : null,
  });
  intent.latest_charge = charge.id;
  intent.last_payment_error = null;
  intent.next_action = null;
  recordEffect(call, "authorized", charge, charge.amount);
  if (intent.capture_method === "manual") holdMoney(call, intent, charge);
  else takeMoney(call, intent, charge, card);
  return intent;
}

function holdMoney(call: Call, intent: StoredPaymentIntent, charge: StoredCharge): void {
  intent.amount_capturable = charge.amount;
  scheduleWork(call.state, {
    due: call.now + AUTHORIZATION_SECONDS,
    kind: "expire-authorization",
    objectId: intent.id,
  });
  recordEvent(call, "charge.succeeded", charge);
  recordEvent(call, "payment_intent.amount_capturable_updated", intent);
}

function takeMoney(
  call: Call,
  intent: StoredPaymentIntent,
  charge: StoredCharge,
  card: TestCard,
): void {
  charge.captured = true;
  charge.amount_captured = charge.amount;
  intent.amount_received = charge.amount;
  recordEffect(call, "captured", charge, charge.amount);
  if (intent.capture_method === "automatic_async") {
    scheduleWork(call.state, {
      due: call.now + ASYNC_SETTLEMENT_SECONDS,
      kind: "settle-charge",
      objectId: charge.id,
    });
  } else {
    settleCharge(call, charge);
  }
  recordEvent(call, "charge.succeeded", charge);
  recordEvent(call, "payment_intent.succeeded", intent);
  afterCapture(call, charge, card);
}
