import { whyUnanswered } from "#app/_form/unanswered.ts";
import type { PayTrouble } from "./actions.ts";

/** The part of Stripe.js's error that tells what went wrong. */
export type ConfirmError = {
  type: string;
  code?: string;
  decline_code?: string;
  message?: string;
  /** What the bank advises: Stripe sends it with a decline. */
  advice_code?: string;
  payment_intent?: { id: string };
};

/** After these the payment may have been made all the same. */
const unknownOutcomes = ["api_connection_error", "api_error", "rate_limit_error"];

/** Whether Stripe.js refused what the page asked of it, which neither bank nor connection has to do with. */
export function isFormRefused({ type }: ConfirmError): boolean {
  return !unknownOutcomes.includes(type) && type !== "card_error" && type !== "validation_error";
}

/** Whether Stripe.js threw because the page uses it wrongly. Everything else thrown is a lost connection, or its like. */
export function isWrongUse(error: unknown): error is Error {
  return error instanceof Error && error.name === "IntegrationError" && !whyUnanswered(error);
}

/** Names and ids, for the server's log. */
export function troubleOf({ type, code, payment_intent }: ConfirmError): PayTrouble {
  return { type, code, paymentIntentId: payment_intent?.id };
}
