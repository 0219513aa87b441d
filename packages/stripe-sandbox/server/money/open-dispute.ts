import type Stripe from "stripe";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredCharge } from "../state/stored-objects.ts";
import { closeFraudWarnings } from "./warn-of-fraud.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";

/** Stripe's dispute fee in the euro area, and the time there is to answer. */
const DISPUTE_FEE = 2000;
const DAYS_TO_ANSWER = 14;

/** The buyer's bank takes the money back until the dispute is decided. */
export function openDispute(call: Call, charge: StoredCharge): void {
  if (charge.disputed || charge.refunded) return;
  const amount = charge.amount - charge.amount_refunded;
  const id = newId("dp");
  const withdrawn = postBalanceTransaction(call, {
    type: "adjustment",
    reportingCategory: "dispute",
    amount: -amount,
    fee: DISPUTE_FEE,
    currency: charge.currency,
    source: id,
    availableOn: call.now,
    description: `Chargeback withdrawal for ${charge.id}`,
  });
  const dispute = {
    id,
    object: "dispute",
    amount,
    balance_transactions: [withdrawn],
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    enhanced_eligibility_types: [],
    evidence: { ...noEvidence },
    evidence_details: {
      due_by: call.now + DAYS_TO_ANSWER * 24 * 3600,
      enhanced_eligibility: {},
      has_evidence: false,
      past_due: false,
      submission_count: 0,
      submission_method: "not_submitted",
    },
    intended_submission_method: "manual",
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    network_reason_code: "10",
    payment_intent: charge.payment_intent,
    reason: "fraudulent",
    status: "needs_response",
  } satisfies Stripe.Dispute;
  call.state.disputes[id] = dispute;
  charge.disputed = true;
  recordEffect(call, "disputed", charge, amount);
  recordEvent(call, "charge.dispute.created", dispute);
  recordEvent(call, "charge.dispute.funds_withdrawn", dispute);
  closeFraudWarnings(call, charge);
}

const noEvidence = {
  access_activity_log: null,
  billing_address: null,
  cancellation_policy: null,
  cancellation_policy_disclosure: null,
  cancellation_rebuttal: null,
  customer_communication: null,
  customer_email_address: null,
  customer_name: null,
  customer_purchase_ip: null,
  customer_signature: null,
  duplicate_charge_documentation: null,
  duplicate_charge_explanation: null,
  duplicate_charge_id: null,
  enhanced_evidence: {},
  product_description: null,
  receipt: null,
  refund_policy: null,
  refund_policy_disclosure: null,
  refund_refusal_explanation: null,
  service_date: null,
  service_documentation: null,
  shipping_address: null,
  shipping_carrier: null,
  shipping_date: null,
  shipping_documentation: null,
  shipping_tracking_number: null,
  uncategorized_file: null,
  uncategorized_text: null,
} satisfies Stripe.Dispute.Evidence;
