import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import type { StoredRefund } from "../state/stored-objects.ts";
import { countRefund } from "./new-refund.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";

export function finishRefund(call: Call, refund: StoredRefund): void {
  if (refund.status !== "pending") return;
  refund.status = "succeeded";
  delete refund.pending_reason;
  recordEvent(call, "refund.updated", refund, { pending_reason: "processing", status: "pending" });
}

/** The bank returned the refunded money: it is posted to the ledger, and the charge no longer counts as refunded. */
export function failRefund(call: Call, refund: StoredRefund): void {
  if (refund.status === "failed") return;
  const before = {
    failure_balance_transaction: null,
    failure_reason: null,
    status: refund.status,
  };
  const charge = call.state.charges[refund.charge];
  refund.status = "failed";
  refund.failure_reason = "expired_or_canceled_card";
  refund.failure_balance_transaction = postBalanceTransaction(call, {
    type: "refund_failure",
    reportingCategory: "refund_failure",
    amount: refund.amount,
    fee: 0,
    currency: refund.currency,
    source: refund.id,
    availableOn: call.now,
    description: null,
  }).id;
  if (charge) {
    countRefund(charge, -refund.amount);
    recordEffect(call, "refund-failed", charge, refund.amount);
  }
  recordEvent(call, "refund.updated", refund, before);
  recordEvent(call, "refund.failed", refund, before);
}
