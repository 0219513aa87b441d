import { createHash } from "node:crypto";
import type Stripe from "stripe";
import { type FormHash, isHash } from "../api/form-encoding.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredPaymentMethod } from "../state/stored-objects.ts";
import type { TestCard } from "./test-card.ts";

export type Expiry = { month: number; year: number };

type Given = { expiry: Expiry; billing: FormHash; withCvc: boolean };

export function storePaymentMethod(
  call: Call,
  card: TestCard,
  { expiry, billing, withCvc }: Given,
): StoredPaymentMethod {
  const details = billingDetails(billing);
  const paymentMethod = {
    id: newId("pm"),
    object: "payment_method",
    allow_redisplay: "unspecified",
    billing_details: details,
    card: {
      ...cardFields(card, expiry),
      checks: {
        address_line1_check: waits(details.address?.line1),
        address_postal_code_check: waits(details.address?.postal_code),
        cvc_check: waits(withCvc),
      },
    },
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
    checks: null,
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

/** What was given is compared once a payment is made. */
function waits(given: unknown): "unchecked" | null {
  return given ? "unchecked" : null;
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
