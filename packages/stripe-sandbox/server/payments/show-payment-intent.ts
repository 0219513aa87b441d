import type { Call } from "../state/call.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";

const BROWSER_FIELDS = [
  "id",
  "object",
  "amount",
  "amount_details",
  "automatic_payment_methods",
  "canceled_at",
  "cancellation_reason",
  "capture_method",
  "client_secret",
  "confirmation_method",
  "created",
  "currency",
  "description",
  "last_payment_error",
  "livemode",
  "next_action",
  "payment_method",
  "payment_method_types",
  "processing",
  "receipt_email",
  "setup_future_usage",
  "shipping",
  "status",
] as const satisfies readonly (keyof StoredPaymentIntent)[];

/** The whole PaymentIntent for a secret key; for a publishable one only what a browser may see. */
export function showPaymentIntent(call: Call, intent: StoredPaymentIntent): object {
  if (!call.publishable) return intent;
  return Object.fromEntries(BROWSER_FIELDS.map((field) => [field, intent[field]]));
}
