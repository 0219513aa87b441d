import { recordEvent } from "../events/record-event.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge } from "../state/stored-objects.ts";
import { postBalanceTransaction } from "./post-balance-transaction.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";

/** Money from cards becomes available to the seller two days later. */
const AVAILABLE_AFTER_SECONDS = 2 * 24 * 3600;

/** Posts the captured amount and Stripe's fee: 1.5 % + 25, what a European card costs in Europe. */
export function settleCharge(call: Call, charge: StoredCharge): void {
  const atOnce = cardBehind(call, charge.payment_method).afterwards === "available-at-once";
  const transaction = postBalanceTransaction(call, {
    type: "charge",
    reportingCategory: "charge",
    amount: charge.amount_captured,
    fee: Math.round(charge.amount_captured * 0.015) + 25,
    currency: charge.currency,
    source: charge.id,
    availableOn: atOnce ? call.now : call.now + AVAILABLE_AFTER_SECONDS,
    description: charge.description,
  });
  charge.balance_transaction = transaction.id;
}

/** `automatic_async`: the fee is posted after the payment was answered. */
export function settleChargeLater(call: Call, charge: StoredCharge): void {
  settleCharge(call, charge);
  recordEvent(call, "charge.updated", charge, { balance_transaction: null });
}
