import type { Call } from "./call.ts";
import { appendHistory, type MoneyEffectEntry } from "./history.ts";
import type { StoredCharge } from "./stored-objects.ts";

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
