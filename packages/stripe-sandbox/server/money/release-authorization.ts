import { recordEvent } from "../events/record-event.ts";
import { recordEffect } from "../state/record-effect.ts";
import type { Call } from "../state/call.ts";
import type { StoredCharge } from "../state/stored-objects.ts";
import { countRefund, newRefund } from "./new-refund.ts";

/** Held money that is not captured returns to the buyer. It never reached the seller, so the ledger does not change. */
export function releaseAuthorization(call: Call, charge: StoredCharge, amount: number): void {
  const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
  const refund = newRefund(call, charge, {
    amount,
    reason: null,
    metadata: {},
    status: "succeeded",
  });
  countRefund(charge, amount);
  recordEffect(call, "released", charge, amount);
  recordEvent(call, "refund.created", refund);
  recordEvent(call, "charge.refunded", charge, before);
}
