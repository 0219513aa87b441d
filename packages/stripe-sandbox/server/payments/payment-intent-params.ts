import type Stripe from "stripe";
import { type Kind, type ListOf, oneOf } from "../api/parameters.ts";
import { paymentMethodTypes, type PaymentMethodType } from "../state/payment-method-types.ts";
import { pageParams } from "../api/list-page.ts";

// `ignored` parameters are accepted as Stripe accepts them and change nothing here.

const waysToPay: ListOf<readonly PaymentMethodType[]> = { listOf: paymentMethodTypes };

const sharedParams = {
  allowed_payment_method_types: waysToPay,
  amount_details: "ignored",
  capture_method: oneOf("automatic", "automatic_async", "manual"),
  excluded_payment_method_types: waysToPay,
  expand: "strings",
  hooks: "ignored",
  payment_details: "ignored",
  payment_method: "string",
  payment_method_data: "hash",
  payment_method_options: "hash",
  receipt_email: "string",
  setup_future_usage: oneOf("", "off_session", "on_session"),
  shipping: "ignored",
} as const satisfies Partial<Record<keyof Stripe.PaymentIntentCreateParams, Kind>>;

/** Read by creating and updating alike. */
const descriptiveParams = {
  amount: "integer",
  application_fee_amount: "fee",
  currency: "string",
  customer: "customer",
  customer_account: "customer_account",
  description: "string",
  metadata: "metadata",
  payment_method_configuration: "configuration",
  statement_descriptor: "string",
  statement_descriptor_suffix: "string",
  transfer_data: "transfer",
  transfer_group: "string",
} as const satisfies Partial<Record<keyof Stripe.PaymentIntentUpdateParams, Kind>>;

export const createParams = {
  ...sharedParams,
  ...descriptiveParams,
  automatic_payment_methods: "hash",
  confirm: "boolean",
  confirmation_method: oneOf("automatic", "manual"),
  confirmation_token: "string",
  error_on_requires_action: "boolean",
  mandate: "mandate",
  mandate_data: "ignored",
  off_session: "off_session",
  on_behalf_of: "account",
  radar_options: "ignored",
  return_url: "string",
  use_stripe_sdk: "boolean",
} as const satisfies Record<keyof Stripe.PaymentIntentCreateParams, Kind>;

export const updateParams = {
  ...sharedParams,
  ...descriptiveParams,
} as const satisfies Record<keyof Stripe.PaymentIntentUpdateParams, Kind>;

/** What stripe.js adds when it confirms from a browser. */
const browserParams = {
  /** The ways to pay that Elements were opened with. */
  client_context: "hash",
  client_secret: "string",
  key: "string",
  expected_payment_method_type: "ignored",
} as const;

export const confirmParams = {
  ...sharedParams,
  ...browserParams,
  amount_to_confirm: "integer",
  confirmation_token: "string",
  error_on_requires_action: "boolean",
  mandate: "mandate",
  mandate_data: "ignored",
  off_session: "off_session",
  radar_options: "ignored",
  return_url: "string",
  use_stripe_sdk: "boolean",
} as const satisfies Record<
  keyof Stripe.PaymentIntentConfirmParams | keyof typeof browserParams,
  Kind
>;

export const captureParams = {
  amount_details: "ignored",
  amount_to_capture: "integer",
  application_fee_amount: "fee",
  expand: "strings",
  final_capture: "boolean",
  hooks: "ignored",
  metadata: "metadata",
  payment_details: "ignored",
  statement_descriptor: "string",
  statement_descriptor_suffix: "string",
  transfer_data: "transfer",
} as const satisfies Record<keyof Stripe.PaymentIntentCaptureParams, Kind>;

export const cancelParams = {
  cancellation_reason: oneOf("abandoned", "duplicate", "fraudulent", "requested_by_customer"),
  expand: "strings",
} as const satisfies Record<keyof Stripe.PaymentIntentCancelParams, Kind>;

export const retrieveParams = {
  client_secret: "string",
  expand: "strings",
  key: "string",
} as const satisfies Record<keyof Stripe.PaymentIntentRetrieveParams | "key", Kind>;

export const listParams = {
  ...pageParams,
  created: "range",
  customer: "customer",
  customer_account: "customer_account",
} as const satisfies Record<keyof Stripe.PaymentIntentListParams, Kind>;
