import type Stripe from "stripe";
import { ApiError } from "../api/api-error.ts";
import type { Kind, Parameters } from "../api/parameters.ts";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import { scheduleWork } from "../state/schedule-work.ts";
import type { Call } from "../state/call.ts";
import type { StoredDispute } from "../state/stored-objects.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";
import { mergeMetadata } from "../api/merge-metadata.ts";

/** A bank takes months; two seconds let a test see `under_review`. */
const REVIEW_SECONDS = 2;

export const disputeParams = {
  evidence: "hash",
  expand: "strings",
  intended_submission_method: "ignored",
  metadata: "metadata",
  submit: "boolean",
} as const satisfies Record<keyof Stripe.DisputeUpdateParams, Kind>;

/** docs.stripe.com/testing: the text `winning_evidence` wins, any other loses. */
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
  dispute.status = "under_review";
  dispute.evidence_details.has_evidence = true;
  dispute.evidence_details.submission_count += 1;
  recordEvent(call, "charge.dispute.updated", dispute, { status: "needs_response" });
  scheduleWork(call.state, {
    due: call.now + REVIEW_SECONDS,
    kind: "decide-dispute",
    objectId: dispute.id,
  });
  return dispute;
}

/** Accepts the dispute, which loses it. */
export function giveInToDispute(call: Call, dispute: StoredDispute): StoredDispute {
  requireOpen(dispute);
  return endDispute(call, dispute, "lost");
}

export function decideDispute(call: Call, dispute: StoredDispute): void {
  const won = dispute.evidence.uncategorized_text === "winning_evidence";
  endDispute(call, dispute, won ? "won" : "lost");
}

function endDispute(call: Call, dispute: StoredDispute, status: "won" | "lost"): StoredDispute {
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
  if (dispute.status === "needs_response") return;
  throw new ApiError(400, {
    type: "invalid_request_error",
    message: `This dispute is ${dispute.status} and can no longer be answered.`,
  });
}
