import type Stripe from "stripe";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredCharge, StoredRefund } from "../state/stored-objects.ts";

type Wanted = {
  amount: number;
  reason: Stripe.Refund.Reason | null;
  metadata: Record<string, string>;
  status: "pending" | "succeeded";
};

export function newRefund(call: Call, charge: StoredCharge, wanted: Wanted): StoredRefund {
  const refund = {
    id: newId("re"),
    object: "refund",
    amount: wanted.amount,
    balance_transaction: null,
    charge: charge.id,
    created: call.now,
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: {
      type: "card",
      card: {
        reference_status: "pending",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
    },
    metadata: wanted.metadata,
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(wanted.status === "pending" ? { pending_reason: "processing" as const } : {}),
    reason: wanted.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: wanted.status,
    transfer_reversal: null,
  } satisfies Stripe.Refund;
  call.state.refunds[refund.id] = refund;
  return refund;
}

/** Keeps the charge's totals true. */
export function countRefund(charge: StoredCharge, amount: number): void {
  charge.amount_refunded += amount;
  charge.refunded = charge.amount_refunded === charge.amount;
}
