import { resourceMissing } from "../api/api-error.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
import type { FormHash } from "../api/form-encoding.ts";
import { storePaymentMethod } from "./store-payment-method.ts";
import type { TestCard } from "./test-card.ts";
import { findTestCard } from "./test-cards.ts";

/** An id made earlier, or a name such as `pm_card_visa`, which makes a new payment method each time. */
export function usePaymentMethod(
  call: Call,
  id: string,
  param = "payment_method",
): StoredPaymentMethod {
  const stored = call.state.payment_methods[id];
  if (stored) return stored;
  const card = id.startsWith("pm_card_") ? findTestCard(id) : null;
  if (!card) throw resourceMissing("PaymentMethod", id, param);
  return storePaymentMethod(call, card, {
    expiry: { month: 12, year: new Date(call.now * 1000).getUTCFullYear() + 1 },
    billing: { address: addressFor(card) },
    withCvc: true,
  });
}

/** A name stands for a card given without an address, unless the address is what the card is for. */
function addressFor({ checks = {} }: TestCard): FormHash {
  return {
    ...(checks.postcode ? { postal_code: "94103" } : {}),
    ...(checks.line1 ? { line1: "1 Test Street" } : {}),
  };
}
