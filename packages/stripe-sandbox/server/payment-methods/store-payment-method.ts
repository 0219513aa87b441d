import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { type FormHash, isHash } from "../api/form-encoding.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
import type { TestCard } from "./test-cards.ts";

export type Expiry = { month: number; year: number };

export function storePaymentMethod(
  call: Call,
  card: TestCard,
  expiry: Expiry,
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

function cardFields(card: TestCard, expiry: Expiry): Stripe.PaymentMethod.Card {
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
