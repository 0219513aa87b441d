import { ApiError, invalidParameter, missingParameter } from "../api/api-error.ts";
import type { ErrorCode } from "../api/error-code.ts";
import { type FormHash, type FormValue, isHash } from "../api/form-encoding.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
import { type Expiry, storePaymentMethod } from "./store-payment-method.ts";
import type { TestCard } from "./test-card.ts";
import { findTestCard } from "./test-cards.ts";

/** `POST /v1/payment_methods` and `payment_method_data`: a card typed into the Payment Element's frame. */
export function createPaymentMethod(call: Call, form: FormHash): StoredPaymentMethod {
  if (form.type !== "card")
    throw invalidParameter(
      "payment_method_unactivated",
      "type",
      `The payment method type ${JSON.stringify(form.type ?? "")} is invalid. The sandbox takes payment methods of type "card".`,
    );
  const typed = isHash(form.card) ? form.card : null;
  if (!typed) throw missingParameter("card");
  if (typeof typed.number !== "string") throw missingParameter("card[number]");
  if (!call.publishable) throw rawCardRefused();
  const card = cardByNumber(typed.number);
  const expiry = { month: Number(typed.exp_month), year: fourDigitYear(Number(typed.exp_year)) };
  refuseBadExpiry(call, expiry);
  const withCvc = readCvc(card, typed.cvc);
  const billing = isHash(form.billing_details) ? form.billing_details : {};
  return storePaymentMethod(call, card, { expiry, billing, withCvc });
}

function cardByNumber(number: string): TestCard {
  const digits = number.replaceAll(/[\s-]/g, "");
  const card = /^\d+$/.test(digits) ? findTestCard(digits) : null;
  if (card) return card;
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits))
    throw cardError("incorrect_number", "number", "Your card number is incorrect.");
  // A real card number must never be kept, so every number that is not a test card is refused, as Stripe does in test mode.
  throw new ApiError(402, {
    type: "card_error",
    code: "card_declined",
    decline_code: "test_mode_live_card",
    message:
      "Your card was declined. Your request was in test mode, but used a non test (live) card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
  });
}

/** Three digits, four for American Express. Without a code there is nothing to compare. */
function readCvc(card: TestCard, cvc: FormValue | undefined): boolean {
  if (cvc === undefined || cvc === "") return false;
  const right = card.brand === "amex" ? /^\d{3,4}$/ : /^\d{3}$/;
  if (typeof cvc === "string" && right.test(cvc)) return true;
  throw cardError("invalid_cvc", "cvc", "Your card's security code is invalid.");
}

/** The check digit every card number ends with. */
function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .toReversed()
    .reduce((total, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (doubled > 9 ? doubled - 9 : doubled);
    }, 0);
  return sum % 10 === 0;
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

function cardError(code: ErrorCode, param: string, message: string): ApiError {
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
