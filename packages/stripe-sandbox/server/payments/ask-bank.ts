import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { authorizePayment } from "./authorize-payment.ts";
import { declinePayment } from "./decline-payment.ts";
import { cardBehind } from "../payment-methods/card-behind.ts";

/** The last step of a confirmation, reached at once or after 3-D Secure. A refusal is thrown as 402 after it was recorded. */
export function askBank(
  call: Call,
  intent: StoredPaymentIntent,
  authenticated: boolean,
): StoredPaymentIntent {
  const card = cardBehind(call, intent.payment_method ?? "");
  if (card.decline) throw declinePayment(call, intent, card.decline);
  return authorizePayment(call, intent, card, authenticated);
}
