import { ApiError } from "../api/api-error.ts";
import type { Parameters } from "../api/parameters.ts";
import { recordEvent } from "../events/record-event.ts";
import { releaseAuthorization } from "../money/release-authorization.ts";
import { settleCharge } from "../money/settle-charge.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { afterCapture } from "./after-capture.ts";
import { findPaymentIntent } from "./find-payment-intent.ts";
import { heldCharge } from "./held-charge.ts";
import { movePaymentIntent, requireStatus } from "./payment-intent-lifecycle.ts";
import type { captureParams } from "./payment-intent-params.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";
import {
  calculatedDescriptor,
  requireDescriptors,
  requireNoneForCard,
} from "./statement-descriptors.ts";
import { mergeMetadata } from "../api/merge-metadata.ts";

/** Takes the held money, or part of it; the rest is released. */
export function capturePaymentIntent(
  call: Call,
  id: string,
  wanted: Parameters<typeof captureParams>,
): StoredPaymentIntent {
  const intent = findPaymentIntent(call, id);
  requireStatus(intent, "capture");
  if (wanted.final_capture === false) throw notFinal();
  const changes = readDescriptors(intent, wanted);
  const metadata = mergeMetadata(intent.metadata, wanted.metadata ?? {});
  const charge = heldCharge(call, intent);
  const amount = wanted.amount_to_capture ?? intent.amount_capturable;
  if (amount < 1 || amount > intent.amount_capturable) throw tooMuch(intent, amount);
  Object.assign(intent, changes, { metadata });
  Object.assign(charge, changes, {
    calculated_statement_descriptor: calculatedDescriptor(intent),
  });
  charge.captured = true;
  charge.amount_captured = amount;
  intent.amount_received = amount;
  intent.amount_capturable = 0;
  movePaymentIntent(intent, "succeeded");
  recordEffect(call, "captured", charge, amount);
  if (amount < charge.amount) releaseAuthorization(call, charge, charge.amount - amount);
  settleCharge(call, charge);
  recordEvent(call, "charge.captured", charge);
  recordEvent(call, "payment_intent.succeeded", intent);
  afterCapture(call, charge, cardBehind(call, charge.payment_method));
  return intent;
}

/** An empty string unsets. */
function readDescriptors(
  intent: StoredPaymentIntent,
  wanted: Parameters<typeof captureParams>,
): Pick<StoredPaymentIntent, "statement_descriptor" | "statement_descriptor_suffix"> {
  const changes = {
    statement_descriptor: (wanted.statement_descriptor ?? intent.statement_descriptor) || null,
    statement_descriptor_suffix:
      (wanted.statement_descriptor_suffix ?? intent.statement_descriptor_suffix) || null,
  };
  requireDescriptors({ ...intent, ...changes });
  requireNoneForCard(changes);
  return changes;
}

/** Money is captured in parts only where the bank agreed to it, and none of the test cards' banks does. */
function notFinal(): ApiError {
  return new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_invalid_parameter",
    param: "final_capture",
    message:
      "You can only set `final_capture` to false when multicapture is available for the charge. Capture once, without `final_capture`.",
  });
}

function tooMuch(intent: StoredPaymentIntent, amount: number): ApiError {
  return new ApiError(400, {
    type: "invalid_request_error",
    code: amount < 1 ? "parameter_invalid_integer" : "amount_too_large",
    param: "amount_to_capture",
    message: `The requested capture amount ${amount} is not within the authorized amount ${intent.amount_capturable}.`,
  });
}
