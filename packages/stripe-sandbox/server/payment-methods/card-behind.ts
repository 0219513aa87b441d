import { resourceMissing } from "../api/api-error.ts";
import type { Call } from "../state/call.ts";
import type { TestCard } from "./test-card.ts";
import { findTestCard } from "./test-cards.ts";

/** The test card that a payment method stands for. */
export function cardBehind(call: Call, paymentMethod: string): TestCard {
  const card = findTestCard(call.state.cardNumbers[paymentMethod] ?? "");
  if (!card) throw resourceMissing("PaymentMethod", paymentMethod, "payment_method");
  return card;
}
