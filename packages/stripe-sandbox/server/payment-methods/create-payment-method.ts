import { ApiError, invalidParameter, missingParameter } from "../api/api-error.ts";
import { type FormHash, isHash } from "../api/form-encoding.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
import { type Expiry, storePaymentMethod } from "./store-payment-method.ts";
import { findTestCard, type TestCard } from "./test-cards.ts";

/** `POST /v1/payment_methods` and `payment_method_data`: a card typed into the Payment Element's frame. */
export function createPaymentMethod(call: Call, form: FormHash): StoredPaymentMethod {
  if (form.type !== "card")
    throw invalidParameter(
      "parameter_invalid_string",
      "type",
      "The sandbox takes payment methods of type 'card'.",
    );
  const typed = isHash(form.card) ? form.card : null;
  if (!typed) throw missingParameter("card");
  if (typeof typed.number !== "string") throw missingParameter("card[number]");
  if (!call.publishable) throw rawCardRefused();
  const card = cardByNumber(typed.number);
  const expiry = { month: Number(typed.exp_month), year: fourDigitYear(Number(typed.exp_year)) };
  refuseBadExpiry(call, expiry);
  return storePaymentMethod(
    call,
    card,
    expiry,
    isHash(form.billing_details) ? form.billing_details : {},
  );
}

function cardByNumber(number: string): TestCard {
  const card = findTestCard(number.replaceAll(/\D/g, ""));
  if (card) return card;
  // A real card number must never be kept, so every number that is not a test card is refused.
  throw cardError("incorrect_number", "number", "Your card number is incorrect.");
}

function refuseBadExpiry(call: Call, expiry: Expiry): void {
  if (!(expiry.month >= 1 && expiry.month <= 12))
    throw cardError(
      "invalid_expiry_month",
      "exp_month",
      "Your card's expiration month is invalid.",
    );
  const lastMoment = Date.UTC(expiry.year, expiry.month, 1) / 1000;
  if (!(lastMoment > call.now))
    throw cardError("invalid_expiry_year", "exp_year", "Your card's expiration year is invalid.");
}

function fourDigitYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

function cardError(code: string, param: string, message: string): ApiError {
  return new ApiError(402, { type: "card_error", code, param, message });
}

/** Stripe's answer to accounts that may not handle card numbers. */
function rawCardRefused(): ApiError {
  return new ApiError(402, {
    type: "card_error",
    message:
      "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using.",
  });
}
