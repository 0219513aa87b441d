import type { Call } from "./call.ts";
import type { StoredCharge } from "./stored-objects.ts";
import { appendHistory } from "./append-history.ts";
import type { MoneyEffectEntry } from "./history-entry.ts";

export function recordEffect(
  call: Call,
  effect: MoneyEffectEntry["effect"],
  charge: StoredCharge,
  amount: number,
): void {
  appendHistory(call.state, {
    kind: "effect",
    at: call.now,
    effect,
    paymentIntent: charge.payment_intent,
    charge: charge.id,
    amount,
    currency: charge.currency,
  });
}
