import type Stripe from "stripe";
import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";
import type { TestCard } from "../payment-methods/test-card.ts";
import type { StoredCharge, StoredDispute } from "../state/stored-objects.ts";
import { closeFraudWarnings } from "./warn-of-fraud.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";

/** Stripe's dispute fee in the euro area, and the time there is to answer. */
const DISPUTE_FEE = 2000;
const DAYS_TO_ANSWER = 14;

type Complaint = {
  reason: Stripe.Dispute["reason"];
  networkReasonCode: string;
  /** The bank only asks, and takes no money yet. */
  inquiry?: boolean;
};

/** What the buyers of the test cards complain of, with Visa's own numbers for it. */
const complaints: Partial<Record<NonNullable<TestCard["afterwards"]>, Complaint>> = {
  dispute: { reason: "fraudulent", networkReasonCode: "10.4" },
  "dispute-not-received": { reason: "product_not_received", networkReasonCode: "13.1" },
  inquiry: { reason: "fraudulent", networkReasonCode: "10", inquiry: true },
};

export function disputeOf(afterwards: TestCard["afterwards"]): Complaint | null {
  return (afterwards && complaints[afterwards]) ?? null;
}

/** The buyer's bank takes the money back until the dispute is decided, or, in an inquiry, asks what was sold. */
export function openDispute(call: Call, charge: StoredCharge): void {
  if (charge.disputed || charge.refunded) return;
  const complaint = disputeOf(cardBehind(call, charge.payment_method).afterwards);
  if (!complaint) return;
  const dispute = newDispute(call, charge, complaint);
  call.state.disputes[dispute.id] = dispute;
  recordEvent(call, "charge.dispute.created", dispute);
  if (!complaint.inquiry) withdrawMoney(call, dispute);
}

/** A chargeback: the money is gone, the charge is disputed and can no longer be refunded. */
export function withdrawMoney(call: Call, dispute: StoredDispute): void {
  const charge = call.state.charges[dispute.charge];
  dispute.balance_transactions.push(
    postBalanceTransaction(call, {
      type: "adjustment",
      reportingCategory: "dispute",
      amount: -dispute.amount,
      fee: DISPUTE_FEE,
      currency: dispute.currency,
      source: dispute.id,
      availableOn: call.now,
      description: `Chargeback withdrawal for ${dispute.charge}`,
    }),
  );
  dispute.is_charge_refundable = false;
  if (charge) {
    charge.disputed = true;
    recordEffect(call, "disputed", charge, dispute.amount);
  }
  recordEvent(call, "charge.dispute.funds_withdrawn", dispute);
  if (charge) closeFraudWarnings(call, charge);
}

function newDispute(call: Call, charge: StoredCharge, complaint: Complaint): StoredDispute {
  const { reason, networkReasonCode, inquiry = false } = complaint;
  return {
    id: newId("dp"),
    object: "dispute",
    amount: charge.amount - charge.amount_refunded,
    balance_transactions: [],
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
    is_charge_refundable: inquiry,
    livemode: false,
    metadata: {},
    network_reason_code: networkReasonCode,
    payment_intent: charge.payment_intent,
    payment_method_details: {
      type: "card",
      card: {
        brand: charge.payment_method_details?.card?.brand ?? "unknown",
        case_type: inquiry ? "inquiry" : "chargeback",
        network: charge.payment_method_details?.card?.network ?? "unknown",
        network_reason_code: networkReasonCode,
      },
    },
    reason,
    status: inquiry ? "warning_needs_response" : "needs_response",
  } satisfies Stripe.Dispute;
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
