import type Stripe from "stripe";
import type { Kind } from "../api/parameters.ts";
import { pageParams } from "../api/list-page.ts";

// `ignored` parameters are accepted as Stripe accepts them and change nothing here.

const sharedParams = {
  allowed_payment_method_types: "strings",
  amount_details: "ignored",
  capture_method: "string",
  excluded_payment_method_types: "strings",
  expand: "strings",
  hooks: "ignored",
  payment_details: "ignored",
  payment_method: "string",
  payment_method_data: "hash",
  payment_method_options: "ignored",
  receipt_email: "string",
  setup_future_usage: "string",
  shipping: "ignored",
} as const satisfies Partial<Record<keyof Stripe.PaymentIntentCreateParams, Kind>>;

export const createParams = {
  ...sharedParams,
  amount: "integer",
  application_fee_amount: "integer",
  automatic_payment_methods: "hash",
  confirm: "boolean",
  confirmation_method: "string",
  confirmation_token: "string",
  currency: "string",
  customer: "string",
  customer_account: "ignored",
  description: "string",
  error_on_requires_action: "boolean",
  mandate: "ignored",
  mandate_data: "ignored",
  metadata: "metadata",
  off_session: "ignored",
  on_behalf_of: "string",
  payment_method_configuration: "ignored",
  radar_options: "ignored",
  return_url: "string",
  statement_descriptor: "string",
  statement_descriptor_suffix: "string",
  transfer_data: "ignored",
  transfer_group: "string",
  use_stripe_sdk: "boolean",
} as const satisfies Record<keyof Stripe.PaymentIntentCreateParams, Kind>;

export const updateParams = {
  ...sharedParams,
  amount: "integer",
  application_fee_amount: "ignored",
  currency: "string",
  customer: "string",
  customer_account: "ignored",
  description: "string",
  metadata: "metadata",
  payment_method_configuration: "ignored",
  statement_descriptor: "string",
  statement_descriptor_suffix: "string",
  transfer_data: "ignored",
  transfer_group: "string",
} as const satisfies Record<keyof Stripe.PaymentIntentUpdateParams, Kind>;

/** What stripe.js adds when it confirms from a browser. */
const browserParams = {
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
  mandate: "ignored",
  mandate_data: "ignored",
  off_session: "ignored",
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
  application_fee_amount: "ignored",
  expand: "strings",
  final_capture: "ignored",
  hooks: "ignored",
  metadata: "metadata",
  payment_details: "ignored",
  statement_descriptor: "string",
  statement_descriptor_suffix: "string",
  transfer_data: "ignored",
} as const satisfies Record<keyof Stripe.PaymentIntentCaptureParams, Kind>;

export const cancelParams = {
  cancellation_reason: "string",
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
  customer: "string",
  customer_account: "ignored",
} as const satisfies Record<keyof Stripe.PaymentIntentListParams, Kind>;
