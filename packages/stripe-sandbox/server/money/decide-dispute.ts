import type Stripe from "stripe";
import { ApiError } from "../api/api-error.ts";
import { type Kind, oneOf, type Parameters } from "../api/parameters.ts";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge, StoredDispute } from "../state/stored-objects.ts";
import { withdrawMoney } from "./open-dispute.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";
import { mergeMetadata } from "../api/merge-metadata.ts";

/** A bank takes months; two seconds let a test see `under_review`. */
const REVIEW_SECONDS = 2;

export const disputeParams = {
  evidence: "hash",
  expand: "strings",
  intended_submission_method: oneOf(
    "manual",
    "prefer_manual",
    "prefer_smart_disputes",
    "smart_disputes",
  ),
  metadata: "metadata",
  submit: "boolean",
} as const satisfies Record<keyof Stripe.DisputeUpdateParams, Kind>;

/** docs.stripe.com/testing: `winning_evidence` wins, `escalate_inquiry_evidence` makes a chargeback of an inquiry, any other text loses. */
export function answerDispute(
  call: Call,
  dispute: StoredDispute,
  wanted: Parameters<typeof disputeParams>,
): StoredDispute {
  requireOpen(dispute);
  if (wanted.metadata !== undefined)
    dispute.metadata = mergeMetadata(dispute.metadata, wanted.metadata);
  const text = wanted.evidence?.uncategorized_text;
  if (typeof text === "string") dispute.evidence.uncategorized_text = text;
  if (!wanted.evidence || wanted.submit === false) return dispute;
  const { status } = dispute;
  dispute.status = status === "needs_response" ? "under_review" : "warning_under_review";
  dispute.evidence_details.has_evidence = true;
  dispute.evidence_details.submission_count += 1;
  recordEvent(call, "charge.dispute.updated", dispute, { status });
  scheduleWork(call.state, {
    due: call.now + REVIEW_SECONDS,
    kind: "decide-dispute",
    objectId: dispute.id,
  });
  return dispute;
}

/** Accepts the dispute, which loses it; an inquiry ends without having cost anything. */
export function giveInToDispute(call: Call, dispute: StoredDispute): StoredDispute {
  requireOpen(dispute);
  return endDispute(call, dispute, isInquiry(dispute) ? "warning_closed" : "lost");
}

export function decideDispute(call: Call, dispute: StoredDispute): void {
  const text = dispute.evidence.uncategorized_text;
  if (!isInquiry(dispute)) {
    if (dispute.status === "under_review")
      endDispute(call, dispute, text === "winning_evidence" ? "won" : "lost");
    return;
  }
  if (dispute.status !== "warning_under_review") return;
  if (text === "escalate_inquiry_evidence") escalate(call, dispute);
  else endDispute(call, dispute, "warning_closed");
}

/** The money is still with the seller: Stripe's statuses of an inquiry all begin with this word. */
export function isInquiry(dispute: StoredDispute): boolean {
  return dispute.status.startsWith("warning_");
}

/** A charge refunded in full leaves nothing to ask about. */
export function closeInquiries(call: Call, charge: StoredCharge): void {
  if (!charge.refunded) return;
  for (const dispute of Object.values(call.state.disputes)) {
    if (dispute.charge !== charge.id || !isInquiry(dispute)) continue;
    if (dispute.status !== "warning_closed") endDispute(call, dispute, "warning_closed");
  }
}

function escalate(call: Call, dispute: StoredDispute): void {
  const before = { status: dispute.status, is_charge_refundable: dispute.is_charge_refundable };
  dispute.status = "needs_response";
  dispute.evidence_details.has_evidence = false;
  dispute.evidence.uncategorized_text = null;
  const card = dispute.payment_method_details?.card;
  if (card) card.case_type = "chargeback";
  withdrawMoney(call, dispute);
  recordEvent(call, "charge.dispute.updated", dispute, before);
}

function endDispute(
  call: Call,
  dispute: StoredDispute,
  status: "won" | "lost" | "warning_closed",
): StoredDispute {
  dispute.status = status;
  if (status === "won") giveMoneyBack(call, dispute);
  recordEvent(call, "charge.dispute.closed", dispute);
  return dispute;
}

/** The amount returns; the fee of the dispute does not. */
function giveMoneyBack(call: Call, dispute: StoredDispute): void {
  const returned = postBalanceTransaction(call, {
    type: "adjustment",
    reportingCategory: "dispute_reversal",
    amount: dispute.amount,
    fee: 0,
    currency: dispute.currency,
    source: dispute.id,
    availableOn: call.now,
    description: `Chargeback reversal for ${dispute.charge}`,
  });
  dispute.balance_transactions.push(returned);
  const charge = call.state.charges[dispute.charge];
  if (charge) recordEffect(call, "reinstated", charge, dispute.amount);
  recordEvent(call, "charge.dispute.funds_reinstated", dispute);
}

function requireOpen(dispute: StoredDispute): void {
  if (dispute.status === "needs_response" || dispute.status === "warning_needs_response") return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    message: `This dispute is ${dispute.status} and can no longer be answered.`,
  });
}
