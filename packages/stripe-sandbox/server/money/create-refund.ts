import type Stripe from "stripe";
import type { ErrorCode } from "../api/error-code.ts";
import { ApiError, invalidParameter, missingParameter, resourceMissing } from "../api/api-error.ts";
import { type Kind, oneOf, type Parameters } from "../api/parameters.ts";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge, StoredRefund } from "../state/stored-objects.ts";
import { countRefund, newRefund } from "./new-refund.ts";
import { closeInquiries } from "./decide-dispute.ts";
import { closeFraudWarnings } from "./warn-of-fraud.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";
import { mergeMetadata } from "../api/merge-metadata.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";

/** How long after the refund the two refund test cards change its status. */
const REFUND_DELAY_SECONDS = 2;

export const refundParams = {
  amount: "integer",
  charge: "string",
  currency: "ignored",
  customer: "customer",
  expand: "strings",
  instructions_email: "ignored",
  metadata: "metadata",
  origin: oneOf("customer_balance"),
  payment_intent: "string",
  reason: oneOf("duplicate", "fraudulent", "requested_by_customer"),
  refund_application_fee: "boolean",
  reverse_transfer: "boolean",
} as const satisfies Record<keyof Stripe.RefundCreateParams, Kind>;

export function createRefund(call: Call, wanted: Parameters<typeof refundParams>): StoredRefund {
  const charge = chargeToRefund(call, wanted);
  requireNoConnect(charge, wanted);
  const amount = requireRefundable(charge, wanted.amount);
  const { afterwards } = cardBehind(call, charge.payment_method);
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const refund = newRefund(call, charge, {
    amount,
    reason: wanted.reason ?? null,
    metadata: mergeMetadata({}, wanted.metadata ?? {}),
    status: afterwards === "refund-pending" ? "pending" : "succeeded",
  });
  refund.balance_transaction = postRefund(call, charge, refund);
  countRefund(charge, amount);
  recordEffect(call, "refunded", charge, amount);
  recordEvent(call, "refund.created", refund);
  recordEvent(call, "charge.refunded", charge, before);
  closeFraudWarnings(call, charge);
  closeInquiries(call, charge);
  const due = call.now + REFUND_DELAY_SECONDS;
  if (afterwards === "refund-pending")
    scheduleWork(call.state, { due, kind: "finish-refund", objectId: refund.id });
  if (afterwards === "refund-fails")
    scheduleWork(call.state, { due, kind: "fail-refund", objectId: refund.id });
  return refund;
}

function chargeToRefund(call: Call, wanted: Parameters<typeof refundParams>): StoredCharge {
  if (wanted.charge) {
    const charge = call.state.charges[wanted.charge];
    if (!charge) throw resourceMissing("charge", wanted.charge, "charge");
    return charge;
  }
  if (!wanted.payment_intent) throw missingParameter("payment_intent");
  const intent = call.state.payment_intents[wanted.payment_intent];
  if (!intent) throw resourceMissing("payment_intent", wanted.payment_intent, "payment_intent");
  const charge = call.state.charges[intent.latest_charge ?? ""];
  if (charge?.paid) return charge;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    param: "payment_intent",
    message: `This PaymentIntent (${intent.id}) does not have a successful charge to refund.`,
  });
}

/** Neither a transfer nor a fee belongs to any charge here, and no customer has a balance. */
function requireNoConnect(charge: StoredCharge, wanted: Parameters<typeof refundParams>): void {
  const missing = wanted.reverse_transfer
    ? (["reverse_transfer", "an associated transfer"] as const)
    : wanted.refund_application_fee
      ? (["refund_application_fee", "an application fee"] as const)
      : wanted.origin
        ? (["origin", "a customer"] as const)
        : null;
  if (missing)
    throw invalidParameter(
      null,
      missing[0],
      `Cannot apply ${missing[0]}: charge ${charge.id} does not have ${missing[1]}.`,
    );
}

function requireRefundable(charge: StoredCharge, wanted: number | undefined): number {
  const left = charge.amount - charge.amount_refunded;
  if (left === 0)
    throw refused("charge_already_refunded", `Charge ${charge.id} has already been refunded.`);
  if (charge.disputed)
    throw refused(
      "charge_disputed",
      `Charge ${charge.id} has been charged back; cannot issue a refund.`,
    );
  if (!charge.captured) {
    throw refused(
      "charge_not_refundable",
      `Charge ${charge.id} is not captured. Cancel its PaymentIntent to release the authorization.`,
    );
  }
  const amount = wanted ?? left;
  if (amount < 1)
    throw invalidParameter("parameter_invalid_integer", "amount", "Invalid positive integer");
  if (amount <= left) return amount;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "amount_too_large",
    param: "amount",
    message: `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`,
  });
}

function refused(code: ErrorCode, message: string): ApiError {
  return new ApiError(400, { type: "invalid_request_error", code, message });
}

/** The fee of the charge is not given back, as with Stripe. */
function postRefund(call: Call, charge: StoredCharge, refund: StoredRefund): string {
  return postBalanceTransaction(call, {
    type: "refund",
    reportingCategory: "refund",
    amount: -refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    availableOn: call.now,
    description: charge.description,
  }).id;
}
