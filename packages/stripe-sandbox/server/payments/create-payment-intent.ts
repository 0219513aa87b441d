import type Stripe from "stripe";
import { mergeMetadata } from "../api/merge-metadata.ts";
import type { Parameters } from "../api/parameters.ts";
import { missingParameter } from "../api/api-error.ts";
import { recordEvent } from "../events/record-event.ts";
import type { Call } from "../state/call.ts";
import { newId } from "../state/new-id.ts";
import type { StoredPaymentIntent } from "../state/stored-objects.ts";
import { confirmPaymentIntent, requireReturnUrl } from "./confirm-payment-intent.ts";
import type { confirmParams, createParams } from "./payment-intent-params.ts";
import { usePaymentMethod } from "../payment-methods/use-payment-method.ts";
import { readChanges } from "./read-changes.ts";
import { requireAllowedType } from "./ways-to-pay.ts";

type Wanted = Parameters<typeof createParams>;

export function createPaymentIntent(call: Call, wanted: Wanted): StoredPaymentIntent {
  if (wanted.amount === undefined) throw missingParameter("amount");
  if (wanted.currency === undefined) throw missingParameter("currency");
  const blank = blankPaymentIntent(call);
  const intent: StoredPaymentIntent = {
    ...blank,
    ...readChanges(call.state, blank, wanted),
    confirmation_method: wanted.confirmation_method ?? "automatic",
    metadata: mergeMetadata({}, wanted.metadata ?? {}),
  };
  if (wanted.payment_method) {
    requireAllowedType(intent, "card"); // there are no other payment methods
    intent.payment_method = usePaymentMethod(call, wanted.payment_method).id;
    intent.status = "requires_confirmation";
  }
  const confirmation = confirmationOf(wanted);
  // A refused parameter leaves no PaymentIntent behind; a token may bring the address with it.
  if (wanted.confirm && !wanted.confirmation_token) requireReturnUrl(intent, confirmation);
  call.state.payment_intents[intent.id] = intent;
  call.state.attempts[intent.id] = { failures: 0, openChallenge: null };
  recordEvent(call, "payment_intent.created", intent);
  if (wanted.confirm) return confirmPaymentIntent(call, intent.id, confirmation);
  return intent;
}

/** Before any parameter is read. Stripe's default is what the account has switched on, taken at once. */
function blankPaymentIntent(call: Call): StoredPaymentIntent {
  const id = newId("pi");
  return {
    id,
    object: "payment_intent",
    allowed_payment_method_types: null,
    amount: 0,
    amount_capturable: 0,
    amount_details: { tip: {} },
    amount_received: 0,
    application: null,
    application_fee_amount: null,
    automatic_payment_methods: null,
    canceled_at: null,
    cancellation_reason: null,
    capture_method: "automatic_async",
    client_secret: newId(`${id}_secret`),
    confirmation_method: "automatic",
    created: call.now,
    currency: "",
    customer: null,
    customer_account: null,
    description: null,
    excluded_payment_method_types: null,
    last_payment_error: null,
    latest_charge: null,
    livemode: false,
    managed_payments: { enabled: false },
    metadata: {},
    next_action: null,
    on_behalf_of: null,
    payment_method: null,
    payment_method_configuration_details: null,
    payment_method_options: cardOptions,
    payment_method_types: [],
    payment_record: null,
    processing: null,
    receipt_email: null,
    review: null,
    setup_future_usage: null,
    shipping: null,
    source: null,
    statement_descriptor: null,
    statement_descriptor_suffix: null,
    status: "requires_payment_method",
    transfer_data: null,
    transfer_group: null,
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

function confirmationOf(wanted: Wanted): Parameters<typeof confirmParams> {
  return {
    confirmation_token: wanted.confirmation_token,
    error_on_requires_action: wanted.error_on_requires_action,
    off_session: wanted.off_session,
    payment_method: wanted.payment_method,
    payment_method_data: wanted.payment_method_data,
    return_url: wanted.return_url,
    use_stripe_sdk: wanted.use_stripe_sdk,
  };
}
