import type Stripe from "stripe";
import type { FormHash } from "../api/form-encoding.ts";
import type { Parameters } from "../api/parameters.ts";
import { missingParameter } from "../api/api-error.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { confirmPaymentIntent } from "./confirm-payment-intent.ts";
import { requireAmount, requireCurrency } from "./money-limits.ts";
import type { confirmParams, createParams } from "./payment-intent-params.ts";
import { requireOneOf } from "../api/require-one-of.ts";
import { mergeMetadata } from "../api/merge-metadata.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";

type Wanted = Parameters<typeof createParams>;

export function createPaymentIntent(call: Call, wanted: Wanted): StoredPaymentIntent {
  if (wanted.amount === undefined) throw missingParameter("amount");
  if (wanted.currency === undefined) throw missingParameter("currency");
  const amount = requireAmount(wanted.amount);
  const currency = requireCurrency(wanted.currency);
  const captureMethod = requireOneOf("capture_method", wanted.capture_method ?? "automatic_async", [
    "automatic",
    "automatic_async",
    "manual",
  ]);
  const intent = newPaymentIntent(call, wanted, amount, currency, captureMethod);
  if (wanted.payment_method) {
    intent.payment_method = usePaymentMethod(call, wanted.payment_method).id;
    intent.status = "requires_confirmation";
  }
  call.state.payment_intents[intent.id] = intent;
  call.state.attempts[intent.id] = { failures: 0, openChallenge: null };
  recordEvent(call, "payment_intent.created", intent);
  if (wanted.confirm) return confirmPaymentIntent(call, intent.id, confirmationOf(wanted));
  return intent;
}

function newPaymentIntent(
  call: Call,
  wanted: Wanted,
  amount: number,
  currency: string,
  captureMethod: string,
): StoredPaymentIntent {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: wanted.allowed_payment_method_types ?? null,
    amount,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: wanted.application_fee_amount ?? null,
    automatic_payment_methods: automaticPaymentMethods(wanted),
    canceled_at: null,
    cancellation_reason: null,
    capture_method: captureMethod,
    client_secret: newId(`${id}_secret`),
    confirmation_method: wanted.confirmation_method ?? "automatic",
    created: call.now,
    currency,
    customer: wanted.customer || null,
    customer_account: null,
    description: wanted.description || null,
    excluded_payment_method_types: wanted.excluded_payment_method_types ?? null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: mergeMetadata({}, wanted.metadata ?? {}),
    next_action: null,
    on_behalf_of: wanted.on_behalf_of || null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: cardOptions,
    payment_method_types: ["card"],
    payment_record: null,
    processing: null,
    receipt_email: wanted.receipt_email || null,
    review: null,
    setup_future_usage: wanted.setup_future_usage ?? null,
    shipping: null,
    source: null,
    statement_descriptor: wanted.statement_descriptor || null,
    statement_descriptor_suffix: wanted.statement_descriptor_suffix || null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: wanted.transfer_group || null,
  } satisfies Stripe.PaymentIntent;
}

const cardOptions = {
  card: {
    installments: null,
    mandate_options: null,
    network: null,
    request_three_d_secure: "automatic",
  },
} satisfies Stripe.PaymentIntent.PaymentMethodOptions;

function automaticPaymentMethods(
  wanted: Wanted,
): Stripe.PaymentIntent.AutomaticPaymentMethods | null {
  const asked: FormHash | undefined = wanted.automatic_payment_methods;
  if (!asked)
    return wanted.allowed_payment_method_types
      ? null
      : { allow_redirects: "always", enabled: true };
  return {
    allow_redirects: asked.allow_redirects === "never" ? "never" : "always",
    enabled: asked.enabled === "true",
  };
}

function confirmationOf(wanted: Wanted): Parameters<typeof confirmParams> {
  return {
    confirmation_token: wanted.confirmation_token,
    error_on_requires_action: wanted.error_on_requires_action,
    payment_method: wanted.payment_method,
    payment_method_data: wanted.payment_method_data,
    return_url: wanted.return_url,
    use_stripe_sdk: wanted.use_stripe_sdk,
  };
}
