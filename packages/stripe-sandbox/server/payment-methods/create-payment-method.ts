import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { ApiError, invalidParameter, missingParameter, resourceMissing } from "../api/api-error.ts";
import { type FormHash, isHash } from "../api/form-encoding.ts";
import { newId } from "../state/new-id.ts";
import type { Call } from "../state/call.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
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
  return storePaymentMethod(
    call,
    card,
    { month: 12, year: new Date(call.now * 1000).getUTCFullYear() + 1 },
    {},
  );
}

export function cardBehind(call: Call, paymentMethod: string): TestCard {
  const card = findTestCard(call.state.cardNumbers[paymentMethod] ?? "");
  if (!card) throw resourceMissing("PaymentMethod", paymentMethod, "payment_method");
  return card;
}

function cardByNumber(number: string): TestCard {
  const card = findTestCard(number.replaceAll(/\D/g, ""));
  if (card) return card;
  // Real numbers must never be kept, so a number that is no test card is refused rather than guessed at.
  throw cardError("incorrect_number", "number", "Your card number is incorrect.");
}

function refuseBadExpiry(call: Call, expiry: { month: number; year: number }): void {
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

function storePaymentMethod(
  call: Call,
  card: TestCard,
  expiry: { month: number; year: number },
  billing: FormHash,
): StoredPaymentMethod {
  const paymentMethod = {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: billingDetails(billing),
    card: cardFields(card, expiry),
    created: call.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata: {},
    type: "card",
  } satisfies Stripe.PaymentMethod;
  call.state.payment_methods[paymentMethod.id] = paymentMethod;
  call.state.cardNumbers[paymentMethod.id] = card.number;
  return paymentMethod;
}

function cardFields(
  card: TestCard,
  expiry: { month: number; year: number },
): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: "pass" },
    country: card.country ?? "US",
    display_brand: card.brand,
    exp_month: expiry.month,
    exp_year: expiry.year,
    fingerprint: createHash("sha256").update(card.number).digest("hex").slice(0, 16),
    funding: card.funding ?? "credit",
    generated_from: null,
    last4: card.number.slice(-4),
    networks: { available: [card.brand], preferred: null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: true },
    wallet: null,
  };
}

function billingDetails(form: FormHash): Stripe.PaymentMethod.BillingDetails {
  const address = isHash(form.address) ? form.address : {};
  return {
    address: {
      city: text(address.city),
      country: text(address.country),
      line1: text(address.line1),
      line2: text(address.line2),
      postal_code: text(address.postal_code),
      state: text(address.state),
    },
    email: text(form.email),
    name: text(form.name),
    phone: text(form.phone),
    tax_id: null,
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function cardError(code: string, param: string, message: string): ApiError {
  return new ApiError(402, { type: "card_error", code, param, message });
}

/** As Stripe answers accounts that may not see card numbers, which is what a test of ours should notice. */
function rawCardRefused(): ApiError {
  return new ApiError(402, {
    type: "card_error",
    message:
      "Sending credit card numbers directly to the Stripe API is generally unsafe. We suggest you use test tokens that map to the test card you are using.",
  });
}
