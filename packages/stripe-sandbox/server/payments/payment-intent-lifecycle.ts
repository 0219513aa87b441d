import { ApiError } from "../api/api-error.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";

export type PaymentIntentStatus =
  | "requires_payment_method"
  | "requires_confirmation"
  | "requires_action"
  | "processing"
  | "requires_capture"
  | "succeeded"
  | "canceled";

/** docs.stripe.com/payments/paymentintents/lifecycle, for cards. A declined card or another 3-D Secure challenge may lead back to the same status. */
export const paymentIntentLifecycle: Record<PaymentIntentStatus, PaymentIntentStatus[]> = {
  requires_payment_method: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "succeeded",
    "canceled",
  ],
  requires_confirmation: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "succeeded",
    "canceled",
  ],
  requires_action: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "succeeded",
    "canceled",
  ],
  processing: ["requires_payment_method", "requires_capture", "succeeded", "canceled"],
  requires_capture: ["succeeded", "canceled"],
  succeeded: [],
  canceled: [],
};

/** The statuses in which each request is legal; anything else answers `payment_intent_unexpected_state`. */
export const legalIn = {
  update: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "succeeded",
  ],
  confirm: ["requires_payment_method", "requires_confirmation", "requires_action"],
  authenticate: ["requires_action"],
  capture: ["requires_capture"],
  cancel: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
  ],
} as const satisfies Record<string, readonly PaymentIntentStatus[]>;

export function movePaymentIntent(intent: StoredPaymentIntent, to: PaymentIntentStatus): void {
  // The sandbox writes only these seven; Stripe's type allows more.
  const from = intent.status as PaymentIntentStatus;
  if (!paymentIntentLifecycle[from].includes(to))
    throw new Error(`A PaymentIntent cannot go from ${from} to ${to}.`);
  intent.status = to;
}

export function requireStatus(intent: StoredPaymentIntent, verb: keyof typeof legalIn): void {
  const legal: readonly string[] = legalIn[verb];
  if (legal.includes(intent.status)) return;
  const only =
    legal.length === 1
      ? `the following status: ${legal[0]}`
      : `one of the following statuses: ${legal.join(", ")}`;
  throw new ApiError(400, {
    type: "invalid_request_error",
    code: "payment_intent_unexpected_state",
    message: `This PaymentIntent could not be ${pastTense[verb]} because it has a status of ${intent.status}. Only a PaymentIntent with ${only} may be ${pastTense[verb]}.`,
    payment_intent: structuredClone(intent),
  });
}

const pastTense = {
  update: "updated",
  confirm: "confirmed",
  authenticate: "authenticated",
  capture: "captured",
  cancel: "canceled",
} as const;
